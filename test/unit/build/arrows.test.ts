import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { runInNewContext } from 'node:vm';
import { withArrows } from '../../../scripts/lib/arrows.mjs';
import { terse } from '../../../scripts/lib/terse.mjs';

describe('the outermost functions of a bundle', () => {
  it('become arrow functions, wherever they stood', () => {
    assert.equal(
      withArrows('"use strict";log(f(1));function f(a){return a+1}async function g(){log(2)}'),
      '"use strict";var f=(a)=>(a+1),g=async()=>{log(2)};log(f(1));',
    );
    assert.equal(
      withArrows('(()=>{log(f());function f(){return{a:1}}})();'),
      '(()=>{var f=()=>({a:1});log(f());})();',
    );
  });

  it('stay what they are where they need more than an arrow function has', () => {
    for (const source of [
      'function f(){return this}',
      'function f(){return arguments.length}',
      'function f(){return new.target}',
      'function*f(){yield 1}',
      'function f(){}new f',
      'function f(){}class A extends f{}',
      'function f(){}log(x instanceof f)',
      'function f(){}f.prototype.a=1',
      'function f(){}f=null',
    ]) {
      assert.equal(withArrows(source), source);
    }
  });

  it('keep the “this” of what is in them', () => {
    const source = 'function f(){return{a:1,b(){return this.a}}}log(f().b())';
    assert.notEqual(withArrows(source), source);
    assert.deepEqual(logged(withArrows(source)), [1]);
  });

  it('do the same once they are minified', async () => {
    const source = `"use strict";
      log(even(10), typeof even, even.length);
      function even(n) { return n === 0 ? true : odd(n - 1); }
      function odd(n) { if (n === 0) return false; return even(n - 1); }
      class Point { constructor(x) { this.x = x; } static at(x) { return make(x); } }
      function make(x) { return new Point(x); }
      function sum() { let all = 0; for (const value of arguments) all += value; return all; }
      log(Point.at(3).x, sum(1, 2, 3));`;
    assert.deepEqual(logged(source), [true, 'function', 1, 3, 6]);
    assert.deepEqual(logged(await terse(source)), logged(source));
  });
});

/** What a script logs. */
function logged(script: string): unknown[] {
  const values: unknown[] = [];
  runInNewContext(script, { log: (...all: unknown[]) => values.push(...all) });
  return values;
}
