import { stagePatches } from './stage-patches'
import type { ServiceName } from '../../../control-plane/operations/operation'

/** A command that people write and that does not exist, with the one that does it. */
export interface CommandReplacement {
  readonly service: ServiceName
  readonly wrong: string
  readonly right: string
  /** What to write, where the options differ too. `option`: what the wrong command was given, "" for nothing. */
  readonly form?: (option: (name: string) => string) => string
}

/** Source: control-plane.md 2; the verbs are those of the two services' own names. */
export const COMMAND_REPLACEMENTS: readonly CommandReplacement[] = [
  { service: 'apigateway', wrong: 'put-method-settings', right: 'update-stage', form: stagePatches },
  { service: 'apigateway', wrong: 'update-method-settings', right: 'update-stage', form: stagePatches },
  { service: 'apigateway', wrong: 'create-method', right: 'put-method' },
  { service: 'apigateway', wrong: 'create-integration', right: 'put-integration' },
  { service: 'apigateway', wrong: 'create-method-response', right: 'put-method-response' },
  { service: 'apigateway', wrong: 'create-integration-response', right: 'put-integration-response' },
  { service: 'apigateway', wrong: 'create-gateway-response', right: 'put-gateway-response' },
  { service: 'apigateway', wrong: 'put-stage', right: 'create-stage' },
  { service: 'apigateway', wrong: 'deploy-api', right: 'create-deployment' },
  {
    service: 'apigateway',
    wrong: 'create-api',
    right: 'create-rest-api',
    form: () =>
      'aws apigateway create-rest-api --name NAME, or aws apigatewayv2 create-api --name NAME --protocol-type HTTP',
  },
  { service: 'apigateway', wrong: 'list-rest-apis', right: 'get-rest-apis' },
  {
    service: 'apigatewayv2',
    wrong: 'create-rest-api',
    right: 'create-api',
    form: () => 'aws apigateway create-rest-api --name NAME',
  },
  { service: 'apigatewayv2', wrong: 'put-route', right: 'create-route' },
  { service: 'apigatewayv2', wrong: 'put-integration', right: 'create-integration' },
  { service: 'apigatewayv2', wrong: 'list-apis', right: 'get-apis' },
  { service: 'apigatewayv2', wrong: 'deploy-api', right: 'create-deployment' },
  {
    service: 'apigatewayv2',
    wrong: 'update-cors-configuration',
    right: 'update-api',
    form: () => 'aws apigatewayv2 update-api --api-id API --cors-configuration AllowOrigins=*',
  },
]

/** An option that people write and that a command does not have. `words`: what the right one is given instead. */
export interface OptionReplacement {
  readonly wrong: string
  readonly right: string
  readonly words?: (given: readonly string[]) => readonly string[]
}

const asTypes = (given: readonly string[]) => [`types=${given.join(',')}`]

/** Used where the command has the right one and not the wrong one. */
export const OPTION_REPLACEMENTS: readonly OptionReplacement[] = [
  { wrong: '--endpoint-types', right: '--endpoint-configuration', words: asTypes },
  { wrong: '--endpoint-type', right: '--endpoint-configuration', words: asTypes },
  { wrong: '--api-id', right: '--rest-api-id' },
  { wrong: '--rest-api-id', right: '--api-id' },
  { wrong: '--stage', right: '--stage-name' },
  { wrong: '--stage-name', right: '--stage' },
  { wrong: '--method', right: '--http-method' },
  { wrong: '--integration-method', right: '--integration-http-method' },
  { wrong: '--integration-http-method', right: '--integration-method' },
  { wrong: '--integration-uri', right: '--uri' },
  { wrong: '--uri', right: '--integration-uri' },
  { wrong: '--integration-type', right: '--type' },
  { wrong: '--type', right: '--integration-type' },
  { wrong: '--type', right: '--authorizer-type' },
  { wrong: '--authorizer-type', right: '--type' },
  { wrong: '--path', right: '--path-part' },
  { wrong: '--parent', right: '--parent-id' },
  { wrong: '--variables', right: '--stage-variables' },
  { wrong: '--stage-variables', right: '--variables' },
  { wrong: '--cors', right: '--cors-configuration' },
  { wrong: '--protocol', right: '--protocol-type' },
  { wrong: '--base-path', right: '--api-mapping-key' },
  { wrong: '--api-mapping-key', right: '--base-path' },
]

/** Options that belong to another command: what to write instead. */
export interface MovedOption {
  readonly service: ServiceName
  readonly command: string
  readonly option: string
  readonly form: (words: readonly string[], values: Readonly<Record<string, unknown>>) => string
}

export const MOVED_OPTIONS: readonly MovedOption[] = [
  {
    service: 'apigatewayv2',
    command: 'update-route',
    option: '--default-route-settings',
    form: ([settings = '{}'], { apiId = 'API', routeKey = 'ROUTE_KEY' }) =>
      `aws apigatewayv2 update-stage --api-id ${String(apiId)} --stage-name STAGE --route-settings '{"${String(routeKey)}": ${settings.replace(/\s+/g, ' ')}}'`,
  },
  {
    service: 'apigatewayv2',
    command: 'create-route',
    option: '--default-route-settings',
    form: ([settings = '{}'], { apiId = 'API', routeKey = 'ROUTE_KEY' }) =>
      `aws apigatewayv2 update-stage --api-id ${String(apiId)} --stage-name STAGE --route-settings '{"${String(routeKey)}": ${settings.replace(/\s+/g, ' ')}}'`,
  },
]
