import { restRoutes } from '@shared/design/route-key'
import { integrationIdOf } from '@shared/design/v2-api'
import { memberOf } from '@shared/design/edits/update-in'
import { pointerTo } from '@shared/diagnostic'
import { sourcePattern } from '../cloudformation/source-pattern'
import { functionArnOf } from '../cloudformation/function-arn'
import { functionVariable } from './arn-text'
import type { ApiScript } from './script-context'

/** A call of a function: "GET/orders/{id}" of a method, "$connect" of a route, undefined of an authorizer. */
interface Call {
  readonly uri: string | undefined
  readonly source: string | undefined
  readonly pointer: string
}

/** Lets the API call its functions: one permission a function, as narrow as its methods allow. Source: rest-api.md 18, rule 6. */
export function permissionCommands(context: ApiScript): void {
  const { api, names, parts } = context
  const sources = new Map<string, string[]>()
  for (const { uri, source, pointer } of [...routeCalls(context), ...authorizerCalls(context)]) {
    if (uri === undefined) continue
    const arn = functionArnOf(uri)
    if (arn !== undefined) sources.set(arn, [...(sources.get(arn) ?? []), source ?? AUTHORIZERS])
    else if (/:lambda:/.test(uri) || uri.includes('${')) reportUnknown(context, uri, pointer)
  }
  if (sources.size > 0) parts.heading(`Permissions: functions that ${api.name} calls`)
  for (const [arn, all] of sources) {
    const calls = all.filter((source) => source !== AUTHORIZERS)
    if (calls.length > 0) permission(context, arn, sourcePattern(calls), names.words.toLowerCase())
    if (calls.length < all.length) permission(context, arn, 'authorizers/*', `${names.words.toLowerCase()}-authorizer`)
  }
}

const AUTHORIZERS = 'authorizers'

function permission(context: ApiScript, arn: string, pattern: string, statementId: string): void {
  const { names, parts, region, accountId } = context
  parts.run({
    operation: 'lambda add-permission',
    options: {
      'function-name': [functionVariable(context, arn)],
      'statement-id': `apigateway-${statementId.replaceAll('_', '-')}`,
      action: 'lambda:InvokeFunction',
      principal: 'apigateway.amazonaws.com',
      'source-arn': ['arn:aws:execute-api:', region, ':', accountId, ':', names.id, `/${pattern}`],
    },
  })
}

function routeCalls({ api, names }: ApiScript): Call[] {
  if (api.protocolType === 'REST')
    return restRoutes(api).map(({ path, verb, method }) => ({
      uri: isLambda(method.integration?.uri) ? method.integration?.uri : undefined,
      source: `${verb === 'ANY' ? '*' : verb}${path}`,
      pointer: names.pointer + pointerTo(['resources', path, 'methods', verb, 'integration', 'uri']),
    }))
  return Object.entries<{ readonly target?: string }>(api.routes).map(([routeKey, route]) => {
    const id = integrationIdOf(route) ?? ''
    const uri = memberOf<{ readonly integrationUri?: string }>(api.integrations, id)?.integrationUri
    const [, verb, path] = (api.protocolType === 'HTTP' && /^([A-Z]+) (\/.*)$/.exec(routeKey)) || []
    return {
      uri: isLambda(uri) ? uri : undefined,
      source: verb === undefined ? routeKey : `${verb === 'ANY' ? '*' : verb}${path}`,
      pointer: names.pointer + pointerTo(['integrations', id, 'integrationUri']),
    }
  })
}

function authorizerCalls({ api, names }: ApiScript): Call[] {
  const all = Object.entries<{ readonly authorizerUri?: string }>(api.authorizers)
  return all.map(([name, { authorizerUri }]) => ({
    uri: authorizerUri,
    source: undefined,
    pointer: names.pointer + pointerTo(['authorizers', name, 'authorizerUri']),
  }))
}

function isLambda(uri: string | undefined): boolean {
  return uri !== undefined && /:lambda:/.test(uri)
}

function reportUnknown({ api, parts }: ApiScript, uri: string, pointer: string): void {
  const message = `${api.name}: which function ${uri} names is not known before it is called, so the script gives no permission. Run aws lambda add-permission for every function it can be.`
  parts.report('export/needs-value', 'warning', pointer, message)
}
