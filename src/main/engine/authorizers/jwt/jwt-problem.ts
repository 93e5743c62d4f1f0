/** Why a token is refused. */
export interface JwtProblem {
  /** A fixed text without anything of the token in it, fit for a header: "the token does not have a valid audience". */
  readonly description: string
  /** For the log and for people: 'aud is "other", and the authorizer takes "api"'. */
  readonly detail: string
}

export function jwtProblem(description: string, detail: string = description): JwtProblem {
  return { description, detail }
}

/** Characters of a value that a sentence shows. */
const SHOWN_LENGTH = 80

/** A value of a token as a sentence shows it: in quotes, in one line, and not longer than a person reads. */
export function shown(value: unknown): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}...` : text
}
