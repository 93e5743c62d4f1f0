/** A stage variable, or what a template (`Fn::Sub`) fills in later: either can stand for any part, and a text can begin with one. */
export const PLACEHOLDER = /\$\{[^{}]*\}/g
