import { isRecord, type JsonRecord } from '../../json-place'
import type { TemplateResource } from '../../template/template'
import { withoutAbsent } from '../../without-absent'
import { getAtt, ref } from '../intrinsics'
import { hashedId, sortedJson } from '../logical-id'
import { ownMember } from '../mutable-json'
import { addMade, refuse, say, type SamContext } from '../sam-context'
import { tagList } from '../tags'

/** What AWS::Lambda::Function has under the same name. */
const SAME = [
  'FunctionName',
  'Description',
  'Handler',
  'Runtime',
  'MemorySize',
  'Timeout',
  'VpcConfig',
  'Environment',
  'Layers',
  'KmsKeyArn',
  'ReservedConcurrentExecutions',
  'FileSystemConfigs',
  'Architectures',
  'EphemeralStorage',
  'PackageType',
  'ImageConfig',
  'CodeSigningConfigArn',
  'SnapStart',
  'RuntimeManagementConfig',
  'LoggingConfig',
  'RecursiveLoop',
] as const

/**
 * Makes the Lambda function of an AWS::Serverless::Function, its role, and the version and alias that it publishes. Source: SAM Developer
 * Guide, "AWS::Serverless::Function".
 */
export function expandFunction(context: SamContext, resource: TemplateResource): void {
  const { logicalId, pointer, properties } = resource
  const { pointers } = context
  pointers.moved(`${pointer}/Properties/Code`, `${pointer}/Properties/CodeUri`)
  const same = Object.fromEntries(SAME.map((name) => [name, ownMember(properties, name)]))
  context.made.push({
    logicalId,
    type: 'AWS::Lambda::Function',
    writtenType: resource.type,
    properties: withoutAbsent({
      ...same,
      Code: codeOf(properties),
      Role: ownMember(properties, 'Role') ?? getAtt(`${logicalId}Role`, 'Arn'),
      TracingConfig: tracing(properties),
      Tags: tagList(ownMember(properties, 'Tags')),
    }),
    ...(resource.metadata && { metadata: resource.metadata }),
    dependsOn: resource.dependsOn,
    pointer,
  })
  addRole(context, resource)
  addAlias(context, resource)
  reportUrl(context, resource)
}

/** A path of the template's folder stays one; SAM would put its content into a bucket. */
function codeOf(properties: JsonRecord): unknown {
  const inline = ownMember(properties, 'InlineCode')
  if (inline !== undefined) return { ZipFile: inline }
  const image = ownMember(properties, 'ImageUri')
  if (image !== undefined) return { ImageUri: image }
  const uri = ownMember(properties, 'CodeUri')
  if (isRecord(uri) && ownMember(uri, 'Bucket') !== undefined) return s3Code(uri['Bucket'], uri['Key'], uri['Version'])
  const match = typeof uri === 'string' ? /^s3:\/\/([^/?]+)\/([^?]+)(?:\?versionId=(.+))?$/.exec(uri) : null
  return match ? s3Code(match[1], match[2], match[3]) : uri
}

function s3Code(bucket: unknown, key: unknown, version: unknown): JsonRecord {
  return withoutAbsent({ S3Bucket: bucket, S3Key: key, S3ObjectVersion: version })
}

function tracing(properties: JsonRecord): unknown {
  const mode = ownMember(properties, 'Tracing')
  return mode === undefined || mode === 'Disabled' ? undefined : { Mode: mode }
}

function addRole(context: SamContext, { logicalId, pointer, properties }: TemplateResource): void {
  if (ownMember(properties, 'Role') !== undefined) return
  context.madeIds.set(`${logicalId}.Role`, `${logicalId}Role`)
  addMade(context, {
    logicalId: `${logicalId}Role`,
    type: 'AWS::IAM::Role',
    properties: roleFor('lambda.amazonaws.com'),
    pointer,
  })
}

/** A role that a service takes on. What it may do is nothing that an API depends on. */
export function roleFor(service: string): JsonRecord {
  const statement = { Action: ['sts:AssumeRole'], Effect: 'Allow', Principal: { Service: [service] } }
  return { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [statement] } }
}

function addAlias(context: SamContext, { logicalId, pointer, properties }: TemplateResource): void {
  const name = ownMember(properties, 'AutoPublishAlias')
  if (name === undefined || name === '') return
  if (typeof name !== 'string') {
    const message = `"AutoPublishAlias" of ${logicalId} is left out: it must be a text or the reference to a parameter.`
    refuse(context, `${pointer}/Properties/AutoPublishAlias`, message)
    return
  }
  const code = ownMember(properties, 'AutoPublishCodeSha256') ?? sortedJson(codeOf(properties) ?? '')
  const version = hashedId(`${logicalId}Version`, code)
  context.madeIds.set(`${logicalId}.Version`, version)
  context.madeIds.set(`${logicalId}.Alias`, aliasId(logicalId, name))
  addMade(context, {
    logicalId: version,
    type: 'AWS::Lambda::Version',
    properties: { FunctionName: ref(logicalId) },
    pointer: `${pointer}/Properties/AutoPublishAlias`,
  })
  addMade(context, {
    logicalId: aliasId(logicalId, name),
    type: 'AWS::Lambda::Alias',
    properties: { Name: name, FunctionName: ref(logicalId), FunctionVersion: getAtt(version, 'Version') },
    pointer: `${pointer}/Properties/AutoPublishAlias`,
  })
}

/** "Orders", "live" -> "OrdersAliaslive". */
function aliasId(functionId: string, name: string): string {
  return `${functionId}Alias${name.replace(/[^A-Za-z0-9]/g, (character) => (character === '-' ? 'D' : 'U'))}`
}

/** What calls of an API go to: the alias that a function publishes, else the function. As a variable of a text: "Orders.Arn". */
export function calledTarget({ logicalId, properties }: TemplateResource): {
  readonly variable: string
  readonly ref: JsonRecord
} {
  const name = ownMember(properties, 'AutoPublishAlias')
  if (typeof name !== 'string' || name === '') return { variable: `${logicalId}.Arn`, ref: ref(logicalId) }
  const id = aliasId(logicalId, name)
  return { variable: id, ref: ref(id) }
}

/** Addresses of functions are no APIs. */
function reportUrl(context: SamContext, { logicalId, pointer, properties }: TemplateResource): void {
  if (!isRecord(ownMember(properties, 'FunctionUrlConfig'))) return
  const message = `"FunctionUrlConfig" of ${logicalId} is left out: the address of a function is no API of API Gateway.`
  say(context, 'import/not-carried', 'info', `${pointer}/Properties/FunctionUrlConfig`, message)
}
