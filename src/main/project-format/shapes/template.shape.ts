import type { MappingTemplate, TemplateCase, TemplateSlot } from '@shared/design/mapping-template'
import { VERBS, type Verb } from '@shared/design/method'
import type { TemplateEvent, TemplateParams, TemplateProfile } from '@shared/template-event'
import { anything, filled, list, mark, optional, record, required, struct, text, textOrNull, word } from '../shape'
import { texts } from './common.shape'

/** Members of both forms of a `TemplateExpectation`. */
interface ExpectationMembers {
  readonly output?: string
  readonly requestOverride?: { readonly [name: string]: unknown }
  readonly responseOverride?: { readonly [name: string]: unknown }
  readonly fails?: true
}

const slotShape = struct<TemplateSlot>('TemplateSlot', {
  apiId: required(text),
  path: required(text),
  verb: required(word<Verb>(...VERBS)),
  contentType: required(text),
  statusCode: optional(text),
  selectionPattern: optional(text),
})

const paramsShape = struct<TemplateParams>('TemplateParams', {
  path: optional(texts),
  querystring: optional(texts),
  header: optional(texts),
})

const eventShape = struct<TemplateEvent>('TemplateEvent', {
  body: filled(textOrNull, null),
  params: optional(paramsShape),
  context: optional(record(anything)),
  stageVariables: optional(texts),
})

const expectationShape = struct<ExpectationMembers>(
  'TemplateExpectation',
  {
    output: optional(text),
    requestOverride: optional(record(anything)),
    responseOverride: optional(record(anything)),
    fails: optional(mark),
  },
  ['output', 'fails'],
)

const caseShape = struct<TemplateCase>('TemplateCase', {
  name: required(text),
  event: required(eventShape),
  expected: required(expectationShape),
})

export const mappingTemplateShape = struct<MappingTemplate>('MappingTemplate', {
  slot: optional(slotShape),
  profile: filled(word<TemplateProfile>('apigw', 'velocity'), 'apigw'),
  source: required(text),
  cases: filled(list(caseShape), []),
})
