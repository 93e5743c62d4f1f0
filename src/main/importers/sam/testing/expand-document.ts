import { Findings } from '../../findings'
import type { ImportOptions } from '../../import-options'
import { isRecord, type JsonRecord } from '../../json-place'
import { evaluateTemplate } from '../../template/evaluate-template'
import type { Template, TemplateResource } from '../../template/template'
import { expandSam } from '../expand-sam'

/** A SAM template expanded, and what was said about it. */
export interface ExpandedDocument {
  readonly template: Template
  /** Logical ids of all resources. */
  readonly ids: string[]
  /** "error import/sam-refused /Resources/Api/Properties/Auth: words" */
  readonly said: string[]
  resource(logicalId: string): TemplateResource
  properties(logicalId: string): JsonRecord
  /** The OpenAPI document of an API. */
  body(logicalId: string): JsonRecord
  /** The operation of a route, as in "get" and "/orders". */
  operation(logicalId: string, path: string, method: string): JsonRecord
}

/** Expands the resources of a template, given as in its text. */
export function expandResources(
  resources: JsonRecord,
  others: JsonRecord = {},
  options: ImportOptions = {},
): ExpandedDocument {
  const findings = new Findings(() => undefined)
  const evaluated = evaluateTemplate({ Resources: resources, ...others }, findings, options)
  const template = expandSam(evaluated, findings, options)
  findings.finish()
  const resource = (logicalId: string): TemplateResource => {
    const found = template.resources.get(logicalId)
    if (!found) throw new TypeError(`No resource ${logicalId} among ${[...template.resources.keys()].join(', ')}`)
    return found
  }
  const body = (logicalId: string): JsonRecord => recordOf(resource(logicalId).properties['Body'])
  return {
    template,
    ids: [...template.resources.keys()],
    said: findings.diagnostics.map(
      ({ severity, code, pointer, message }) => `${severity} ${code} ${pointer}: ${message}`,
    ),
    resource,
    properties: (logicalId) => resource(logicalId).properties,
    body,
    operation: (logicalId, path, method) => recordOf(recordOf(recordOf(body(logicalId)['paths'])[path])[method]),
  }
}

function recordOf(value: unknown): JsonRecord {
  return isRecord(value) ? value : {}
}

/** A function with events, as in { GetOrder: { Type: 'Api', Properties: {...} } }. */
export function functionWith(events: JsonRecord, properties: JsonRecord = {}): JsonRecord {
  return {
    Type: 'AWS::Serverless::Function',
    Properties: { CodeUri: './src', Handler: 'index.handler', Runtime: 'nodejs20.x', ...properties, Events: events },
  }
}

/** An event of a REST API. */
export function apiEvent(method: string, path: string, properties: JsonRecord = {}): JsonRecord {
  return { Type: 'Api', Properties: { Path: path, Method: method, ...properties } }
}

/** An event of an HTTP API. */
export function httpEvent(method: string, path: string, properties: JsonRecord = {}): JsonRecord {
  return { Type: 'HttpApi', Properties: { Path: path, Method: method, ...properties } }
}

export function restApi(properties: JsonRecord = {}): JsonRecord {
  return { Type: 'AWS::Serverless::Api', Properties: { StageName: 'live', ...properties } }
}

export function httpApi(properties: JsonRecord = {}): JsonRecord {
  return { Type: 'AWS::Serverless::HttpApi', Properties: properties }
}
