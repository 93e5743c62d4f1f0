import type { PolicyDocument } from '@shared/design/policy-document'
import type { RestApi } from '@shared/design/rest-api'
import { pointerTo } from '@shared/diagnostic'
import { modelCommands } from './model-commands'
import { methodCommands } from './method-commands'
import { targetText } from './arn-text'
import type { ApiScript } from './script-context'
import type { ScriptJson } from './script-json'
import type { ShellVariable } from './shell-text'
import { stageCommands } from './stage-commands'
import { presentTexts } from './present-texts'
import { variableWords } from './variable-name'

/** Writes a REST API: itself, what its methods need, resources and methods, then its deployment and stages. */
export function restApiCommands(context: ApiScript<RestApi>): void {
  const { api, names, parts } = context
  parts.heading(`REST API ${api.name}`)
  parts.capture(names.id, 'id', { operation: 'apigateway create-rest-api', options: apiOptions(context) })
  modelCommands(context)
  const validators = validatorCommands(context)
  const authorizers = authorizerCommands(context)
  methodCommands(context, { validators, authorizers })
  gatewayResponseCommands(context)
  stageCommands(context)
}

function apiOptions({ api, design }: ApiScript<RestApi>) {
  const { types, ipAddressType, vpcEndpointIds = [] } = api.endpointConfiguration
  const endpoint = {
    types,
    ...(ipAddressType && { ipAddressType }),
    ...(vpcEndpointIds.length > 0 && { vpcEndpointIds }),
  }
  const isPlain = types.length === 1 && Object.keys(endpoint).length === 1
  return {
    name: api.name,
    description: api.description || undefined,
    'endpoint-configuration': isPlain ? `types=${types[0]}` : { json: endpoint },
    'api-key-source': api.apiKeySource === 'HEADER' ? undefined : api.apiKeySource,
    'binary-media-types': { words: api.binaryMediaTypes ?? [] },
    'minimum-compression-size': api.minimumCompressionSize,
    'disable-execute-api-endpoint': api.disableExecuteApiEndpoint === true ? true : undefined,
    policy: api.policy && { json: ownArns(api.policy, api.id, design) },
    tags: presentTexts(api.tags),
  }
}

/** The ARN of the API itself in its policy: what the service makes of "execute-api:/" once it has an id. */
function ownArns(policy: PolicyDocument, apiId: string, { region, accountId }: ApiScript['design']): ScriptJson {
  const arn = `"arn:aws:execute-api:${region}:${accountId}:${apiId}/`
  return JSON.parse(JSON.stringify(policy).replaceAll(arn, '"execute-api:/')) as ScriptJson
}

function validatorCommands({ api, names, parts }: ApiScript<RestApi>): ReadonlyMap<string, ShellVariable> {
  const all = Object.entries(api.requestValidators)
  if (all.length > 0) parts.heading('Request validators')
  const variables = all.map(([name, { validateRequestBody, validateRequestParameters }]): [string, ShellVariable] => {
    const wanted = parts.variable(`${names.words}_${variableWords(name)}_VALIDATOR_ID`, `validator ${api.id} ${name}`)
    const options = {
      'rest-api-id': [names.id],
      name,
      'validate-request-body': validateRequestBody,
      'validate-request-parameters': validateRequestParameters,
    }
    return [name, parts.capture(wanted, 'id', { operation: 'apigateway create-request-validator', options })]
  })
  return new Map(variables)
}

function authorizerCommands(context: ApiScript<RestApi>): ReadonlyMap<string, ShellVariable> {
  const { api, names, parts } = context
  const all = Object.entries(api.authorizers)
  if (all.length > 0) parts.heading('Authorizers')
  const variables = all.map(([name, authorizer]): [string, ShellVariable] => {
    const wanted = parts.variable(`${names.words}_${variableWords(name)}_AUTHORIZER_ID`, `authorizer ${api.id} ${name}`)
    const { authorizerUri, providerARNs = [] } = authorizer
    const options = {
      'rest-api-id': [names.id],
      name,
      type: authorizer.type,
      'authorizer-uri':
        authorizerUri === undefined
          ? undefined
          : targetText(context, authorizerUri, names.pointer + pointerTo(['authorizers', name, 'authorizerUri'])),
      'authorizer-credentials': authorizer.authorizerCredentials,
      'provider-arns': { words: providerARNs },
      'identity-source': authorizer.identitySource,
      'identity-validation-expression': authorizer.identityValidationExpression,
      'authorizer-result-ttl-in-seconds': authorizer.authorizerResultTtlInSeconds,
    }
    return [name, parts.capture(wanted, 'id', { operation: 'apigateway create-authorizer', options })]
  })
  return new Map(variables)
}

function gatewayResponseCommands({ api, names, parts }: ApiScript<RestApi>): void {
  const all = Object.entries(api.gatewayResponses)
  if (all.length > 0) parts.heading('Gateway responses')
  for (const [type, response] of all) {
    parts.run({
      operation: 'apigateway put-gateway-response',
      options: {
        'rest-api-id': [names.id],
        'response-type': type,
        'status-code': response.statusCode,
        'response-parameters': presentTexts(response.responseParameters),
        'response-templates': presentTexts(response.responseTemplates),
      },
    })
  }
}
