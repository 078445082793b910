/** Why something was not carried out: one sentence for the person, who asked for it. */
export class Refusal extends Error {}
