/** A Lambda function as a URI names it. */
export interface FunctionTarget {
  /** As in the ARN; may hold "${stageVariables.x}". */
  readonly name: string
  readonly accountId: string
}

const FUNCTION = /:lambda:[^:/]*:([^:/]*):function:([^:/]+)/

/** The function that a URI or an ARN leads to; null for anything else. */
export function functionTarget(uri: string | undefined): FunctionTarget | null {
  const [, accountId, name] = FUNCTION.exec(uri ?? '') ?? []
  return accountId === undefined || name === undefined ? null : { accountId, name }
}
