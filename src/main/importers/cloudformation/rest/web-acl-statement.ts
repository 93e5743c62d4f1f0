import type { IpSetStatement, RateBasedStatement } from '@shared/design/web-acl'
import { isRecord } from '../../json-place'
import type { Members } from '../../members'
import { nameOf } from '../../template/physical-id'
import type { TemplateContext } from '../../template/template-context'
import { propertiesOf, resourcesOfType } from './resource-properties'

/** The addresses of the IP sets of a template, by name. */
export function readIpSets(context: TemplateContext): ReadonlyMap<string, readonly string[]> {
  return new Map(
    resourcesOfType(context, 'AWS::WAFv2::IPSet').map((resource) => {
      const members = propertiesOf(context, resource)
      members.skip('Name', 'Scope', 'IPAddressVersion', 'Description', 'Tags')
      const addresses = members.texts('Addresses') ?? []
      members.finish()
      return [nameOf(resource), addresses]
    }),
  )
}

/** The statement of a rule; a text says what it is when a design has no such statement. */
export function readWebAclStatement(
  rule: Members,
  ipSets: ReadonlyMap<string, readonly string[]>,
): IpSetStatement | RateBasedStatement | string {
  const statement = rule.members('Statement')
  if (!statement) return 'it has no statement'
  const kinds = Object.keys(statement.record)
  statement.skip(...kinds)
  const kind = kinds[0]
  if (kind === 'IPSetReferenceStatement') return ipSetStatement(statement, ipSets)
  if (kind === 'RateBasedStatement') return rateStatement(statement)
  return kind === undefined ? 'its statement is empty' : `it has a ${kind}`
}

function ipSetStatement(statement: Members, ipSets: ReadonlyMap<string, readonly string[]>): IpSetStatement | string {
  const members = statement.members('IPSetReferenceStatement')
  const arn = members?.text('Arn') ?? ''
  if (members?.has('IPSetForwardedIPConfig')) return 'it looks at the address in a header'
  const addresses = ipSets.get(/\/ipset\/([^/]+)\//.exec(arn)?.[1] ?? '')
  return addresses ? { type: 'IP_SET', addresses } : `its IP set ${arn} is not in this template`
}

/** By the caller's address alone: a part of the requests, or other keys, would match something else. */
function rateStatement(statement: Members): RateBasedStatement | string {
  const members = statement.members('RateBasedStatement')
  if (!members) return 'its statement cannot be read'
  const key = members.text('AggregateKeyType') ?? 'IP'
  const limit = members.number('Limit')
  const evaluationWindowSec = members.number('EvaluationWindowSec')
  if (key !== 'IP') return `it counts by ${key}`
  if (isRecord(members.record['ScopeDownStatement'])) return 'it counts a part of the requests only'
  if (limit === undefined) return 'its rate has no limit'
  return { type: 'RATE_BASED', limit, ...(evaluationWindowSec !== undefined && { evaluationWindowSec }) }
}
