/**
 * Makes arrow functions of a bundle's outermost functions, which no minifier
 * does: `f=a=>a+1` for `function f(a){return a+1}`. A declared function can be
 * called before its line, so they go to the beginning, where nothing has run.
 */
import { parse } from 'acorn';

/** @typedef {import('acorn').AnyNode} Node */
/** @typedef {import('acorn').FunctionDeclaration} Declared */

/**
 * @param {string} source a script, which may be one called function
 * @returns {string}
 */
export function withArrows(source) {
  const program = parse(source, { ecmaVersion: 'latest', sourceType: 'script' });
  const { body, start } = outermost(program);
  const more = needMore(program);
  const functions = body.filter(
    (node) =>
      node.type === 'FunctionDeclaration' &&
      !node.generator &&
      !more.has(node.id?.name ?? '') &&
      !hasOwn(node),
  );
  if (functions.length === 0) return source;
  let rest = '';
  let at = start;
  for (const { start, end } of functions) {
    rest += source.slice(at, start);
    at = end;
  }
  const arrows = functions.map((node) => arrow(/** @type {Declared} */ (node), source));
  return `${source.slice(0, start)}var ${arrows.join(',')};${rest}${source.slice(at)}`;
}

/**
 * The outermost statements and where the first may stand: behind directives, or in the one function.
 * @param {import('acorn').Program} program
 * @returns {{ body: Node[], start: number }}
 */
function outermost({ body }) {
  for (const node of body) {
    if (node.type !== 'ExpressionStatement' || node.expression.type !== 'CallExpression') continue;
    const { callee } = node.expression;
    if (callee.type !== 'ArrowFunctionExpression' || callee.body.type !== 'BlockStatement')
      continue;
    return { body: callee.body.body, start: callee.body.start + 1 };
  }
  const first = body.findIndex((node) => !('directive' in node));
  return { body, start: body[first]?.start ?? 0 };
}

/**
 * The names of what is made with `new`, inherited from, or given another value.
 * @param {Node} program
 */
function needMore(program) {
  /** @type {Set<string>} */
  const names = new Set();
  const add = (/** @type {Node | null | undefined} */ node) => {
    if (node?.type === 'Identifier') names.add(node.name);
  };
  visit(program, (node) => {
    if (node.type === 'NewExpression') add(node.callee);
    else if (node.type === 'AssignmentExpression') add(node.left);
    else if (node.type === 'BinaryExpression' && node.operator === 'instanceof') add(node.right);
    else if (node.type === 'MemberExpression') add(isPrototype(node) ? node.object : null);
    else if (node.type === 'ClassDeclaration' || node.type === 'ClassExpression') {
      add(node.superClass);
    }
    return true;
  });
  return names;
}

/** @param {import('acorn').MemberExpression} node */
function isPrototype({ property }) {
  return property.type === 'Identifier' && property.name === 'prototype';
}

/**
 * Whether a function uses what an arrow function has not: `this`, `arguments`, `new.target`.
 * @param {Node} declared
 */
function hasOwn(declared) {
  let found = false;
  visit(declared, (node) => {
    found ||=
      node.type === 'ThisExpression' ||
      node.type === 'MetaProperty' ||
      (node.type === 'Identifier' && node.name === 'arguments');
    return node === declared || !/^Function/.test(node.type);
  });
  return found;
}

/**
 * @param {Declared} node
 * @param {string} source
 */
function arrow({ async, body, id, params }, source) {
  const text = (/** @type {Node} */ { start, end }) => source.slice(start, end);
  const [only] = body.body;
  const value = body.body.length === 1 && only?.type === 'ReturnStatement' ? only.argument : null;
  const result = value ? `(${text(value)})` : text(body);
  return `${id.name}=${async ? 'async' : ''}(${params.map(text).join(',')})=>${result}`;
}

/**
 * Visits a node and what is in it, as long as `enter` says so.
 * @param {Node} node
 * @param {(node: Node) => boolean} enter
 */
function visit(node, enter) {
  if (!enter(node)) return;
  for (const value of Object.values(node)) {
    for (const part of Array.isArray(value) ? value : [value]) {
      if (typeof part?.type === 'string') visit(part, enter);
    }
  }
}
