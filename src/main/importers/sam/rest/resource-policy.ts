import { isRecord, type JsonRecord } from '../../json-place'
import { ANY_METHOD } from '../definition'
import { sub } from '../intrinsics'
import { sortedJson } from '../logical-id'
import { asList, ownMember, recordIn, setMember, type MutableRecord } from '../mutable-json'

const POLICY = 'x-amazon-apigateway-policy'

/** Lists that allow and then deny all others, or those named. Source: SAM Developer Guide, "ResourcePolicyStatement". */
const VPC_LISTS = [
  {
    condition: 'StringEquals',
    vpcs: 'IntrinsicVpcBlacklist',
    endpoints: 'IntrinsicVpceBlacklist',
    mixed: 'SourceVpcBlacklist',
  },
  {
    condition: 'StringNotEquals',
    vpcs: 'IntrinsicVpcWhitelist',
    endpoints: 'IntrinsicVpceWhitelist',
    mixed: 'SourceVpcWhitelist',
  },
] as const

/** Adds the statements of a policy's lists for one path of the API, in SAM's order. */
export function addPolicyLists(definition: MutableRecord, lists: JsonRecord, path: string, stage: unknown): void {
  const resource = resourcesOf(definition, path, stage)
  for (const [list, effect] of [
    ['AwsAccountWhitelist', 'Allow'],
    ['AwsAccountBlacklist', 'Deny'],
  ] as const) {
    const accounts = asList(ownMember(lists, list))
    if (accounts.length > 0) add(definition, [statement(effect, resource, { AWS: accounts })], true)
  }
  for (const [list, condition] of [
    ['IpRangeWhitelist', 'NotIpAddress'],
    ['IpRangeBlacklist', 'IpAddress'],
  ] as const) {
    const ranges = asList(ownMember(lists, list))
    if (ranges.length > 0) addDenial(definition, resource, { [condition]: { 'aws:SourceIp': ranges } })
  }
  for (const { condition, vpcs, endpoints, mixed } of VPC_LISTS) {
    const sources = sourcesOf(ownMember(lists, mixed), ownMember(lists, vpcs), ownMember(lists, endpoints))
    if (sources) addDenial(definition, resource, { [condition]: sources })
  }
}

/** `CustomStatements`: one or a list, each once. */
export function addPolicyStatements(definition: MutableRecord, statements: unknown): void {
  const written = asList(statements)
  if (written.length > 0) add(definition, written, false)
}

/** "vpc-" and "vpce-" ids stand in one list when they are texts, in two when they are functions. */
function sourcesOf(mixed: unknown, vpcs: unknown, endpoints: unknown): JsonRecord | undefined {
  const texts = asList(mixed).filter((id): id is string => typeof id === 'string')
  const sourceVpc = [...texts.filter((id) => id.startsWith('vpc-')), ...asList(vpcs)]
  const sourceVpce = [...texts.filter((id) => id.startsWith('vpce-')), ...asList(endpoints)]
  if (sourceVpc.length === 0 && sourceVpce.length === 0) return undefined
  return {
    ...(sourceVpc.length > 0 && { 'aws:SourceVpc': sourceVpc }),
    ...(sourceVpce.length > 0 && { 'aws:SourceVpce': sourceVpce }),
  }
}

function addDenial(definition: MutableRecord, resource: unknown, condition: JsonRecord): void {
  const allow = statement('Allow', resource, '*')
  add(definition, [allow, { ...statement('Deny', resource, '*'), Condition: condition }], false)
}

function statement(effect: 'Allow' | 'Deny', resource: unknown, principal: unknown): JsonRecord {
  return { Effect: effect, Action: 'execute-api:Invoke', Resource: resource, Principal: principal }
}

/** One for each method of the path, which has lost its parameters: "execute-api:/${__Stage__}/GET/orders/*". */
function resourcesOf(definition: MutableRecord, path: string, stage: unknown): unknown[] {
  const item = ownMember(ownMember(definition, 'paths'), path)
  const plain = path.replace(/\{[A-Za-z0-9._-]+\+?\}/g, '*')
  return Object.keys(isRecord(item) ? item : {}).map((name) => {
    const verb = name.toLowerCase() === ANY_METHOD ? '*' : name.toUpperCase()
    return sub(`execute-api:/\${__Stage__}/${verb}${plain}`, { __Stage__: stage })
  })
}

/** What each policy has, so that adding to a long one takes no longer. */
const keysOf = new WeakMap<MutableRecord, Set<string>>()

/** SAM repeats the statements about accounts, and writes any other once. */
function add(definition: MutableRecord, statements: readonly unknown[], areRepeated: boolean): void {
  const policy = recordIn(definition, POLICY)
  const known = keysOf.get(policy)
  const keys = known ?? new Set(asList(ownMember(policy, 'Statement')).map((each) => sortedJson(each)))
  if (!known) {
    keysOf.set(policy, keys)
    setMember(policy, 'Version', '2012-10-17')
    setMember(policy, 'Statement', asList(ownMember(policy, 'Statement')))
  }
  const all = policy['Statement'] as unknown[]
  for (const each of statements) {
    const key = sortedJson(each)
    if (!areRepeated && keys.has(key)) continue
    keys.add(key)
    all.push(each)
  }
}
