import { pointerTo } from '@shared/diagnostic'
import { pascalCase } from './logical-id'
import { stageWords } from './api-names'
import { partId, type ApiContext } from './export-context'
import { withPlace } from './placeholders'
import type { TemplateObject, TemplateValue } from './template-document'
import { getAtt, sub } from './template-functions'

const NO_ROLE = 'none'
const ROLE_CONDITION = 'MakesLogRole'
const GROUP_CONDITION = 'MakesLogGroups'

/**
 * Adds the account's setting for logs with its role, once. Gives the logical id that stages with logs wait for. The setting is one for
 * the account and Region: who has a role there names it in a parameter, and none is made. Source: rest-api.md 18, rule 5.
 */
export function addLogRole({ names, parts }: ApiContext): string {
  const account = parts.idFor('ApiGatewayAccount', 'account')
  if (Object.hasOwn(parts.resources, account)) return account
  const role = parts.idFor('ApiGatewayLogRole', 'log role')
  const given = parts.parameter('LogRoleName', 'log role', {
    Default: NO_ROLE,
    Description: `Name of the role with which API Gateway writes logs in this account and Region, as in "service-role/logs". With "${NO_ROLE}" one is made, for which the stack needs CAPABILITY_IAM, and set for all APIs there.`,
  })
  parts.conditions[ROLE_CONDITION] = { 'Fn::Equals': [given, NO_ROLE] }
  const named = { 'Fn::Sub': ['arn:${AWS::Partition}:iam::${AWS::AccountId}:role/${Name}', { Name: given }] }
  parts.resource(role, {
    Type: 'AWS::IAM::Role',
    Condition: ROLE_CONDITION,
    // Other stacks of the account may write their logs with it by then.
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    Properties: {
      AssumeRolePolicyDocument: {
        Version: '2012-10-17',
        Statement: [{ Effect: 'Allow', Principal: { Service: 'apigateway.amazonaws.com' }, Action: 'sts:AssumeRole' }],
      },
      ManagedPolicyArns: [
        sub('arn:${AWS::Partition}:iam::aws:policy/service-role/AmazonAPIGatewayPushToCloudWatchLogs'),
      ],
    },
  })
  parts.resource(account, {
    Type: 'AWS::ApiGateway::Account',
    DeletionPolicy: 'Retain',
    UpdateReplacePolicy: 'Retain',
    // An account that never had an API refuses the setting.
    DependsOn: [names.id],
    Properties: { CloudWatchRoleArn: { 'Fn::If': [ROLE_CONDITION, getAtt(role, 'Arn'), named] } },
  })
  return account
}

/**
 * The property `AccessLogSetting` of a stage, or `AccessLogSettings`. Its destination is a parameter; a log group of the design's own
 * account is made, unless a parameter says that it exists. Without a destination the template makes a group that CloudFormation names.
 */
export function accessLog(
  context: ApiContext,
  stageName: string,
  settings: { readonly destinationArn?: string; readonly format: string },
): TemplateObject {
  const { api, design, names, parts } = context
  const { destinationArn, format } = settings
  if (destinationArn !== undefined) {
    return { DestinationArn: destination(context, withPlace(destinationArn, design)), Format: format }
  }
  const group = partId(context, `${stageWords(stageName)}AccessLogs`, `access log ${stageName}`)
  const pointer = names.pointer + pointerTo(['stages', stageName, 'accessLogSettings'])
  const message = `The access log of stage ${stageName} of ${api.name} has no destination. The template makes the log group ${group} for it.`
  parts.report('export/approximated', 'info', pointer, message)
  parts.resource(group, { Type: 'AWS::Logs::LogGroup' })
  return { DestinationArn: getAtt(group, 'Arn'), Format: format }
}

/** Stages with one destination share its parameter and what makes it. What is no log group of this account stands as its parameter. */
function destination({ design, parts }: ApiContext, arn: string): TemplateValue {
  const own = `arn:aws:logs:${design.region}:${design.accountId}:log-group:`
  const name = arn.replace(/:\*$/, '').replace(/^arn:(?:[^:/]*:){4}(?:log-group:|[^/:]*[/:])?/, '')
  const words = pascalCase(name).replace(/(?:Access)?Logs?$/, '')
  const given = parts.parameter(`${words}AccessLogArn`, `access log ${arn}`, {
    Default: arn,
    Description: `ARN of where access logs are written: ${name}.`,
  })
  if (!arn.startsWith(own)) return given
  const isWanted = parts.parameter('MakeLogGroups', 'log groups', {
    Default: 'true',
    AllowedValues: ['true', 'false'],
    Description: 'Whether to make the log groups of the access logs. Say false where they exist already.',
  })
  parts.conditions[GROUP_CONDITION] = { 'Fn::Equals': [isWanted, 'true'] }
  const group = parts.idFor(`${words}AccessLogs`, `log group ${arn}`)
  const LogGroupName = { 'Fn::Select': [6, { 'Fn::Split': [':', given] }] }
  parts.resource(group, { Type: 'AWS::Logs::LogGroup', Condition: GROUP_CONDITION, Properties: { LogGroupName } })
  const made = `arn:\${AWS::Partition}:logs:\${AWS::Region}:\${AWS::AccountId}:log-group:\${${group}}`
  // The reference to the group makes the stage wait for it.
  return { 'Fn::If': [GROUP_CONDITION, sub(arn.endsWith(':*') ? `${made}:*` : made), given] }
}
