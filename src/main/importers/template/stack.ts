import { idFrom } from '@shared/design/id-from'
import type { ImportOptions } from '../import-options'

/** Where a template is deployed to, as far as its pseudo parameters tell. */
export interface Stack {
  readonly name: string
  readonly region: string
  readonly accountId: string
  /** "aws", "aws-cn", "aws-us-gov". */
  readonly partition: string
  /** "amazonaws.com", "amazonaws.com.cn". */
  readonly urlSuffix: string
  readonly id: string
}

/** The name of the stack, unless the parameter "AWS::StackName" gives one. */
const STACK_NAME = 'stack'

export function stackOf(options: ImportOptions): Stack {
  const { parameters } = options
  const given = parameters && Object.hasOwn(parameters, 'AWS::StackName') ? parameters['AWS::StackName'] : undefined
  const name = given ?? STACK_NAME
  const region = options.region ?? 'us-east-1'
  const accountId = options.accountId ?? '123456789012'
  const partition = partitionOf(region)
  const id = `arn:${partition}:cloudformation:${region}:${accountId}:stack/${name}/${uuidFrom(`stack ${name}`)}`
  return { name, region, accountId, partition, urlSuffix: suffixOf(partition), id }
}

/** Templates take the parts of a stack's id for names that nobody else has. */
function uuidFrom(text: string): string {
  const digits = Array.from(idFrom(text, 32), (letter) => (letter.charCodeAt(0) % 16).toString(16)).join('')
  return digits.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn'
  return region.startsWith('us-gov-') ? 'aws-us-gov' : 'aws'
}

function suffixOf(partition: string): string {
  return partition === 'aws-cn' ? 'amazonaws.com.cn' : 'amazonaws.com'
}

/** The value of "AWS::Region" and the like; undefined for any other name, and for "AWS::NoValue". */
export function pseudoParameter(stack: Stack, name: string): string | readonly string[] | undefined {
  switch (name) {
    case 'AWS::Region':
      return stack.region
    case 'AWS::AccountId':
      return stack.accountId
    case 'AWS::Partition':
      return stack.partition
    case 'AWS::URLSuffix':
      return stack.urlSuffix
    case 'AWS::StackName':
      return stack.name
    case 'AWS::StackId':
      return stack.id
    case 'AWS::NotificationARNs':
      return []
    default:
      return undefined
  }
}
