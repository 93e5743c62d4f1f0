import { idFrom } from '@shared/design/id-from'
import { sampleFromPattern } from '@shared/design/sample-from-pattern'
import type { JsonRecord } from '../json-place'
import type { Stack } from './stack'
import { scalarText } from './template-function'

/** What stands for the value of a parameter without a default until a person says: allowed by its type and, where that is easy, its limits. */
export function madeUpValue(name: string, type: string, parameter: JsonRecord, stack: Stack): string {
  const allowed = allowedValues(parameter)
  if (allowed?.[0] !== undefined) return allowed[0]
  const ofType = valueOfType(name, type)
  if (ofType !== undefined) return type.endsWith('Number') ? (limitOf(parameter, 'MinValue') ?? ofType) : ofType
  const pattern = ownText(parameter, 'AllowedPattern')
  const plain = valueOfName(name, stack)
  if (pattern === undefined) return plain
  return sampleFromPattern(pattern) ?? plain
}

/** `AllowedValues` as texts; undefined when there are none. */
export function allowedValues(parameter: JsonRecord): readonly string[] | undefined {
  const values: unknown = Object.hasOwn(parameter, 'AllowedValues') ? parameter['AllowedValues'] : undefined
  return Array.isArray(values) ? values.flatMap((value) => scalarText(value) ?? []) : undefined
}

const PREFIXES: { readonly [type: string]: string } = {
  'AWS::EC2::VPC::Id': 'vpc-',
  'AWS::EC2::Subnet::Id': 'subnet-',
  'AWS::EC2::SecurityGroup::Id': 'sg-',
  'AWS::EC2::Instance::Id': 'i-',
  'AWS::EC2::Image::Id': 'ami-',
  'AWS::EC2::Volume::Id': 'vol-',
  'AWS::Route53::HostedZone::Id': 'Z',
}

function valueOfType(name: string, type: string): string | undefined {
  const item = /^List<(.*)>$/.exec(type)?.[1] ?? type
  if (item === 'Number') return '1'
  const prefix = Object.hasOwn(PREFIXES, item) ? PREFIXES[item] : undefined
  if (prefix === undefined) return undefined
  return prefix === 'Z' ? `Z${idFrom(name, 13).toUpperCase()}` : `${prefix}${idFrom(name, 17)}`
}

/** What its name promises; else the name itself. */
function valueOfName(name: string, { partition, region, accountId }: Stack): string {
  const lower = name.toLowerCase()
  if (/cert(ificate)?_?-?arn$/.test(lower)) {
    return `arn:${partition}:acm:${region}:${accountId}:certificate/${idFrom(name, 12)}`
  }
  if (/(lambda|function)\w*arn$/.test(lower)) {
    return `arn:${partition}:lambda:${region}:${accountId}:function:${name.replace(/_?-?arn$/i, '')}`
  }
  // The CDK's first version splits the key and version of its assets there.
  if (/^assetparameters\w*s3versionkey/.test(lower)) return 'asset.zip||1'
  if (lower.endsWith('email')) return 'someone@example.com'
  if (/(domain|domain_?name|host_?name)$/.test(lower)) return `${idFrom(name, 6)}.example.com`
  if (/(url|uri|endpoint)$/.test(lower)) return 'https://example.com'
  return name
}

function limitOf(parameter: JsonRecord, name: string): string | undefined {
  return Object.hasOwn(parameter, name) ? scalarText(parameter[name]) : undefined
}

function ownText(parameter: JsonRecord, name: string): string | undefined {
  const value = Object.hasOwn(parameter, name) ? parameter[name] : undefined
  return typeof value === 'string' ? value : undefined
}
