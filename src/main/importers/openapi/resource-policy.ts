import type { PolicyDocument, PolicyStatement } from '@shared/design/policy-document'
import type { Findings } from '../findings'
import type { Place } from '../json-place'
import { membersAt, type Members } from '../members'
import { withoutAbsent } from '../without-absent'
import type { OpenApiContext } from './openapi-context'
import { readCondition } from './policy-condition'
import { plainValue } from './plain-value'

/** Case-sensitive. */
const EFFECTS = ['Allow', 'Deny'] as const
const POLICY = 'x-amazon-apigateway-policy'

/** Reads `x-amazon-apigateway-policy`: its statements as they are written, with functions turned into text. */
export function readResourcePolicy(context: OpenApiContext): PolicyDocument | undefined {
  const policy = context.document.members(POLICY, 'the resource policy')
  return policy && readPolicy(policy)
}

/** Reads a resource policy, wherever it stands. */
export function readPolicy(policy: Members): PolicyDocument | undefined {
  const { findings } = policy
  const place = policy.place('Statement')
  const statements = (place === undefined ? [] : asList(place)).flatMap((each) => readStatement(findings, each))
  const Version = policy.text('Version')
  const Id = policy.text('Id')
  policy.finish()
  if (statements.length === 0) {
    const message =
      'The resource policy is left out: it has no "Statement" that can be read. Add one, or remove the policy.'
    findings.report('import/not-carried', 'error', policy.pointer, message)
    return undefined
  }
  findings.carry('Resource policy', policy.pointer)
  return withoutAbsent({ Version, Id, Statement: statements })
}

function asList({ value, pointer }: Place): Place[] {
  if (!Array.isArray(value)) return [{ value, pointer }]
  return value.map((item: unknown, index) => ({ value: item, pointer: `${pointer}/${index}` }))
}

/** A statement is kept whole or not at all: without one of its members it would allow or deny something else. */
function readStatement(findings: Findings, place: Place): PolicyStatement[] {
  const members = membersAt(place, 'a statement of the resource policy', findings)
  if (!members) return []
  const written = members.text('Effect')
  const Effect = EFFECTS.find((effect) => effect === written)
  if (Effect === undefined) {
    const message = `${members.label} is left out: its "Effect" is neither Allow nor Deny. Write one of the two.`
    findings.report('import/value-unknown', 'error', place.pointer, message)
    return []
  }
  const statement: PolicyStatement = withoutAbsent({
    Sid: members.text('Sid'),
    Effect,
    Principal: plainMember(members, 'Principal'),
    NotPrincipal: plainMember(members, 'NotPrincipal'),
    Action: readTexts(members, 'Action'),
    NotAction: readTexts(members, 'NotAction'),
    Resource: readTexts(members, 'Resource'),
    NotResource: readTexts(members, 'NotResource'),
    Condition: readCondition(members),
  })
  members.finish()
  const lost = NAMES.filter((name) => members.has(name) && !Object.hasOwn(statement, name))
  if (lost.length === 0) return [statement]
  const message = `${members.label} is left out, because its ${lost.map((name) => `"${name}"`).join(' and ')} cannot be read. Correct it.`
  findings.report('import/not-carried', 'error', place.pointer, message)
  return []
}

const NAMES = ['Principal', 'NotPrincipal', 'Action', 'NotAction', 'Resource', 'NotResource', 'Condition'] as const

function plainMember(members: Members, name: string): unknown {
  const place = members.place(name)
  return place && plainValue(place, members.nameOf(name), members.findings)
}

/** One text or a list of them, kept as the one it is. */
function readTexts(members: Members, name: string): string | readonly string[] | undefined {
  const written = members.record[name]
  if (!Array.isArray(written)) return members.text(name)
  const texts = members.texts(name)
  return texts?.length === written.length ? texts : undefined
}
