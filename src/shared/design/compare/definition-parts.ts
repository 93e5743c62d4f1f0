import { pointerTo } from '../../diagnostic'
import { LIMITS } from '../../limits'
import type { Authorizer } from '../authorizer'
import type { JsonSchema, Model } from '../model'
import type { RestApiDefinition } from '../rest-api'
import { isBuiltInModel } from '../built-in-model'
import { methodParts, type DefinitionNames } from './method-parts'
import { recordNames, recordParts, type RecordSettings } from './named-parts'
import type { Sides } from './pair-items'
import { ownSection, settingsSection, type Part, type Section } from './part'
import { policySections } from './policy-sections'
import { asSet, withoutDefaults } from './without-defaults'

/** What the parts of two definitions are called. */
export function definitionNames(before: RestApiDefinition, after: RestApiDefinition): Sides<DefinitionNames> {
  const authorizers = recordNames(before.authorizers, after.authorizers, AUTHORIZER_SETTINGS)
  const requestValidators = recordNames(before.requestValidators, after.requestValidators, VALIDATOR_SETTINGS)
  return {
    before: { authorizers: authorizers.before, requestValidators: requestValidators.before },
    after: { authorizers: authorizers.after, requestValidators: requestValidators.after },
  }
}

/** The part of a REST API that is deployed: routes first, then what they share. */
export function definitionParts(definition: RestApiDefinition, pointer: string, names: DefinitionNames): Part[] {
  const at = (member: string) => pointer + pointerTo([member])
  const { authorizers, models, requestValidators, gatewayResponses } = definition
  return [
    ...methodParts(definition, pointer, names),
    ...recordParts(
      authorizers,
      { label: 'Authorizer', pointer: at('authorizers'), names: names.authorizers },
      AUTHORIZER_SETTINGS,
    ),
    ...modelParts(models, at('models')),
    ...recordParts(
      requestValidators,
      { label: 'Request validator', pointer: at('requestValidators'), names: names.requestValidators },
      VALIDATOR_SETTINGS,
    ),
    ...recordParts(
      gatewayResponses,
      { label: 'Gateway response', pointer: at('gatewayResponses') },
      GATEWAY_RESPONSE_SETTINGS,
    ),
  ]
}

/** Settings of the API itself that a deployment takes along. */
export function definitionSections(definition: RestApiDefinition, pointer: string): Section[] {
  const { apiKeySource, binaryMediaTypes, policy } = definition
  const own = { apiKeySource, binaryMediaTypes: asSet(binaryMediaTypes) }
  return [
    settingsSection(pointer, own, { apiKeySource: 'HEADER' }, { key: 'definition' }),
    ...policySections(policy, pointer),
  ]
}

/** A part for each model. The address by which one model names another has the API's id in it, which does not count. */
export function modelParts(models: Readonly<Record<string, Model>>, pointer: string): Part[] {
  return Object.entries(models)
    .filter(([name, model]) => !isBuiltInModel(name, model))
    .map(([name, { schema, ...model }]) => {
      const at = pointer + pointerTo([name])
      const settings = {
        ...withoutDefaults(model, { contentType: 'application/json' }),
        schema: withoutIds(withoutDialect(schema)),
      }
      return { key: `Model ${name}`, subject: `Model ${name}`, pointer: at, sections: [ownSection(at, settings)] }
    })
}

/** Source: rest-api.md 4.1, "Default template of every type". */
const GATEWAY_RESPONSE_SETTINGS: RecordSettings = {
  settingsOf: (response) => response,
  defaultsOf: () => ({ responseTemplates: { 'application/json': '{"message":$context.error.messageString}' } }),
}

const VALIDATOR_SETTINGS: RecordSettings = {
  settingsOf: (validator) => validator,
  defaultsOf: () => ({ validateRequestBody: false, validateRequestParameters: false }),
}

const AUTHORIZER_SETTINGS: RecordSettings = {
  settingsOf: (thing) => {
    const { identitySource, providerARNs, ...rest } = thing as Authorizer
    const sources = identitySource?.split(',').map((source) => source.trim())
    return { ...rest, identitySource: sources?.join(','), providerARNs: asSet(providerARNs) }
  },
  defaultsOf: () => ({ authorizerResultTtlInSeconds: LIMITS.authorizerTtlDefault.value }),
}

/** The only dialect that the service knows: it means the same whether a model names it or not. Source: rest-api.md 8. */
const DRAFT_04 = /^https?:\/\/json-schema\.org\/draft-04\/schema#?$/

function withoutDialect(schema: JsonSchema): JsonSchema {
  const { $schema: dialect, ...rest } = schema
  return typeof dialect === 'string' && DRAFT_04.test(dialect) ? rest : schema
}

const MODEL_ADDRESS = /^https:\/\/apigateway\.amazonaws\.com\/restapis\/[^/]+\/models\//
const MAX_DEPTH = 200

function withoutIds(schema: unknown, depth = 0): unknown {
  if (depth > MAX_DEPTH || typeof schema !== 'object' || schema === null) return schema
  if (Array.isArray(schema)) return schema.map((item) => withoutIds(item, depth + 1))
  const members = Object.entries(schema).map(([name, value]) => {
    const isReference = name === '$ref' && typeof value === 'string'
    return [name, isReference ? value.replace(MODEL_ADDRESS, 'models/') : withoutIds(value, depth + 1)]
  })
  return Object.fromEntries(members)
}
