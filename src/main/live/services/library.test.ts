import { afterEach, expect, test } from 'vitest'
import type { Integration } from '@shared/design/integration'
import { TEMPLATE_LIBRARY } from '@shared/templates/library/template-library'
import { NOW, serveServices, serviceMethod } from './testing/service-sample'

type Sample = Awaited<ReturnType<typeof serveServices>>
let sample: Sample | null = null
afterEach(async () => {
  await sample?.close()
  sample = null
})

const requests = TEMPLATE_LIBRARY.filter(({ group, where }) => group === 'AWS services' && where === 'request')

/** What each template of the library leads to. */
const RECORDED: Readonly<Record<string, object>> = {
  'sqs-send-message': { service: 'sqs', resource: 'orders', action: 'SendMessage' },
  'sqs-send-message-json': { service: 'sqs', resource: 'orders', action: 'SendMessage' },
  'sns-publish': { service: 'sns', resource: 'order-events', action: 'Publish' },
  'dynamodb-put-item': { service: 'dynamodb', resource: 'Orders', action: 'PutItem' },
  'dynamodb-query': { service: 'dynamodb', resource: 'Orders', action: 'Query', summary: '0 of 0 items read' },
  'eventbridge-put-events': { service: 'events', resource: 'shop', action: 'PutEvents' },
  'kinesis-put-record': { service: 'kinesis', resource: 'orders', action: 'PutRecord' },
  's3-put-object': {
    service: 's3',
    action: 'PutObject',
    resource: expect.stringMatching(/^order-archive\/orders\/CUST000142\//),
  },
  'step-functions-start': { service: 'states', resource: 'fulfil-order', action: 'StartExecution' },
}

test.each(requests.map((template) => [template.id, template] as const))(
  "the library's template %s asks for something that a service here answers",
  async (id, { source, event, integration, contentType }) => {
    const method = serviceMethod('', {
      ...integration,
      requestTemplates: { [contentType]: source },
    } as Partial<Integration>)
    const variables = event.stageVariables ?? {}
    sample = await serveServices({ '/{customerId}': method }, { variables: { ...variables } })
    const path = `/${event.params?.path?.['customerId'] ?? 'x'}`
    const headers = { 'Content-Type': 'application/json', ...event.params?.header }
    const { status } = await sample.send(path, { method: 'POST', body: event.body ?? '', headers })
    expect({ status, lines: sample.lines }).toEqual({ status: 200, lines: [] })
    expect(sample.gateway.records(false)).toMatchObject([{ at: NOW, ...RECORDED[id] }])
    expect(RECORDED).toHaveProperty(id)
  },
)
