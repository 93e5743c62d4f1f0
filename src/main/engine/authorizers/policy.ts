import type { PolicyDocument, PolicyStatement } from '@shared/design/policy-document'
import type { ConditionKeys } from './condition-keys'
import { evaluateCondition } from './policy-condition'
import { principalMatches, type PolicyCaller } from './policy-principal'
import { VERSION_WITH_VARIABLES, fillVariables } from './policy-variables'
import { matchesWildcard } from './wildcard'

/** What is asked of a policy. */
export interface PolicyRequest {
  /** "execute-api:Invoke". */
  readonly action: string
  /** "arn:aws:execute-api:us-east-1:123456789012:a1b2c3d4e5/prod/GET/orders/7". */
  readonly resourceArn: string
  readonly conditionKeys: ConditionKeys
  /** For a resource policy. Absent for a policy that belongs to an identity, as the one that a Lambda authorizer returns. */
  readonly caller?: PolicyCaller
}

export type PolicyEffect = 'ALLOW' | 'DENY' | 'SILENT'

/** `statement` is the index of the statement that decided; null when none applies. */
export interface PolicyDecision {
  readonly effect: PolicyEffect
  readonly statement: number | null
}

const KNOWN_ELEMENTS: ReadonlySet<string> = new Set([
  'Sid',
  'Effect',
  'Principal',
  'NotPrincipal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
])

/**
 * What a policy says about a request. Any Deny that applies wins, else any Allow; silent when none applies.
 * What IAM would refuse to store (an element, operator or value it does not know) never widens access: such an Allow does not apply, and
 * such a Deny applies as if it were not there.
 * Source: IAM User Guide, "Policy evaluation logic"; rest-api.md 7.3 and 7.6.
 */
export function evaluatePolicy(policy: PolicyDocument, request: PolicyRequest): PolicyDecision {
  const statements = statementsOf(policy)
  const hasVariables = policy.Version === VERSION_WITH_VARIABLES
  const applies = (effect: 'Allow' | 'Deny') =>
    statements.findIndex(
      (statement) => statement.Effect === effect && statementApplies(statement, request, hasVariables),
    )
  const deny = applies('Deny')
  if (deny >= 0) return { effect: 'DENY', statement: deny }
  const allow = applies('Allow')
  return allow >= 0 ? { effect: 'ALLOW', statement: allow } : { effect: 'SILENT', statement: null }
}

/** The statements, whether there is a list of them or one on its own. */
export function statementsOf(policy: PolicyDocument): readonly PolicyStatement[] {
  // Array.isArray does not tell a readonly array from its element type.
  return [policy.Statement].flat() as readonly PolicyStatement[]
}

function statementApplies(statement: PolicyStatement, request: PolicyRequest, hasVariables: boolean): boolean {
  const isDeny = statement.Effect === 'Deny'
  const condition = evaluateCondition(statement.Condition, request.conditionKeys, hasVariables)
  const isKnown = condition !== 'UNKNOWN' && Object.keys(statement).every((name) => KNOWN_ELEMENTS.has(name))
  if (!isKnown && !isDeny) return false
  return (
    condition !== 'NOT_MET' &&
    actionApplies(statement, request.action) &&
    resourceApplies(statement, request, hasVariables) &&
    principalApplies(statement, request.caller)
  )
}

function actionApplies({ Action, NotAction, Effect }: PolicyStatement, action: string): boolean {
  const matches = (pattern: string) => matchesWildcard(pattern.toLowerCase(), action.toLowerCase())
  const patterns = textsOf(Action ?? NotAction)
  if (patterns === null) return Effect === 'Deny'
  return patterns.some(matches) === (Action !== undefined)
}

function resourceApplies(statement: PolicyStatement, request: PolicyRequest, hasVariables: boolean): boolean {
  const { Resource, NotResource, Effect } = statement
  const patterns = textsOf(Resource ?? NotResource)
  if (patterns === null) return Effect === 'Deny'
  // A variable without a value matches nothing; an Allow for everything else would then allow too much.
  const isMatchWithoutValue = Resource === undefined && Effect === 'Allow'
  const matches = (pattern: string) => {
    const filled = hasVariables ? fillVariables(pattern, request.conditionKeys) : pattern
    if (filled === null) return isMatchWithoutValue
    return matchesWildcard(expandShortForm(filled, request.resourceArn), request.resourceArn)
  }
  return patterns.some(matches) === (Resource !== undefined)
}

/** "execute-api:/prod/GET/orders" stands for the ARN with this API in front. Source: rest-api.md 7.6. */
function expandShortForm(pattern: string, resourceArn: string): string {
  if (!pattern.startsWith('execute-api:/')) return pattern
  return resourceArn.slice(0, resourceArn.indexOf('/')) + pattern.slice('execute-api:'.length)
}

function principalApplies(statement: PolicyStatement, caller: PolicyCaller | undefined): boolean {
  const { Principal, NotPrincipal, Effect } = statement
  if (Principal === undefined && NotPrincipal === undefined) return caller === undefined || Effect === 'Deny'
  // The policy of an identity has no principals: one that names somebody may deny, but not allow.
  if (caller === undefined) return Effect === 'Deny' || principalMatches(Principal, 'ANONYMOUS')
  return Principal === undefined ? !principalMatches(NotPrincipal, caller) : principalMatches(Principal, caller)
}

/** Null when there is no list of texts, or something else in it. */
function textsOf(value: unknown): readonly string[] | null {
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  const texts = values.filter((entry) => typeof entry === 'string')
  return texts.length === values.length ? texts : null
}
