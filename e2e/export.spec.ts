import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { expect, test } from './host'
import { findProject } from './saved-project'

const TEMPLATE = `AWSTemplateFormatVersion: '2010-09-09'
Transform: AWS::Serverless-2016-10-31
Parameters:
  StageName:
    Type: String
    Default: prod
  PaymentRate:
    Type: Number
Resources:
  PayFunction:
    Type: AWS::Serverless::Function
    Properties:
      Handler: pay.handler
      Runtime: nodejs22.x
      InlineCode: 'exports.handler = async () => ({ statusCode: 200 })'
  PaymentsApi:
    Type: AWS::Serverless::Api
    Properties:
      Name: payments
      StageName: !Ref StageName
      MethodSettings:
        - ResourcePath: /payments
          HttpMethod: POST
          ThrottlingRateLimit: !Ref PaymentRate
          ThrottlingBurstLimit: 20
      DefinitionBody:
        openapi: 3.0.1
        info: { title: payments, version: '1' }
        paths:
          /payments:
            post:
              responses: { '200': { description: Paid } }
              x-amazon-apigateway-integration:
                type: aws_proxy
                httpMethod: POST
                uri: !Sub arn:aws:apigateway:\${AWS::Region}:lambda:path/2015-03-31/functions/\${PayFunction.Arn}/invocations
          /health:
            get:
              responses: { '200': { description: Fine } }
              x-amazon-apigateway-integration:
                type: mock
                requestTemplates: { application/json: '{"statusCode": 200}' }
                responses: { default: { statusCode: '200' } }
`
const document = { name: 'payments.yaml', content: Buffer.from(TEMPLATE) }
const SETTING = '/apis/0/stages/prod/methodSettings/~1payments~1POST'

test('a SAM template is dropped, understood, run, changed and leaves as CloudFormation', async ({ app, host }) => {
  const { design, importReport } = app
  await app.open()
  await importReport.drop(document)
  await expect(importReport.root).toContainText('SAM template')
  await expect(importReport.lines.filter({ hasText: 'POST /payments' }).first()).toHaveAttribute(
    'data-outcome',
    'carried',
  )
  await test.step('a parameter without a default is asked for', async () => {
    await expect(importReport.parameter('PaymentRate')).toHaveAttribute('data-source', 'asked')
    await importReport.parameter('PaymentRate').fill('40')
    await importReport.parameter('PaymentRate').press('Enter')
    await expect(importReport.parameter('PaymentRate')).toHaveAttribute('data-source', 'given')
  })
  await importReport.confirm.click()
  await expect(design.route('POST /payments')).toBeVisible()
  const project = await findProject(host.projectsFolder)
  await expect.poll(() => project.at(SETTING)).toMatchObject({ throttlingRateLimit: 40, throttlingBurstLimit: 20 })

  await test.step('it runs', async () => {
    await app.gateway.click()
    await expect(app.status('gateway')).toContainText('running')
    const url = await app.status('url').textContent()
    expect((await fetch(`${url}/health`)).status).toBe(200)
  })

  await app.goTo('export')
  await app.export.choose('cloudformation')
  await expect(app.export.readBack).toHaveAttribute('data-severity', 'success')
  await app.export.save.click()
  await expect(app.toast('export-saved')).toBeVisible()
  const saved = /Saved (.+)$/.exec((await app.toast('export-saved').innerText()).trim())?.[1] ?? ''
  const path = join(dirname(project.path), saved.replace(/^.*exports/, 'exports'))
  expect(await readFile(path, 'utf8')).toContain('AWS::ApiGateway::RestApi')

  await app.goTo('design')
  await design.openRoute('POST /payments')
  await design.selectStep('throttle')
  await design.number('Rate limit, requests per second').fill('60')
  await app.goTo('export')
  await test.step('the diff shows exactly that change', async () => {
    await expect(app.export.since).toHaveCount(1)
    await expect(app.export.since).toHaveText(/POST \/payments.*40.*60/)
    await app.export.showChanges()
    await expect(app.export.preview).toHaveAttribute('data-added', '1')
    await expect(app.export.preview).toHaveAttribute('data-removed', '1')
  })
})

test('every format is previewed, and what is saved can be compared with the design', async ({ app, host }) => {
  await app.openSample('order-api')
  await app.goTo('export')
  for (const format of ['openapi3', 'swagger2', 'cloudformation', 'sam', 'cdk', 'cli'] as const) {
    await app.export.choose(format)
    await expect(app.export.preview).toContainText(/\w/)
  }
  await app.export.choose('openapi3')
  await app.export.save.click()
  const saved = /Saved (.+)$/.exec((await app.toast('export-saved').innerText()).trim())?.[1] ?? ''
  const project = await findProject(host.projectsFolder)
  const content = await readFile(join(dirname(project.path), saved.replace(/^.*exports/, 'exports')))

  await app.goTo('design')
  await app.design.openRoute('POST /orders')
  await app.design.selectStep('api-key')
  await app.design.flip(app.design.inspector.getByRole('switch', { name: /key/i }).first())
  await app.importReport.choose({ name: 'before.yaml', content }, () => app.run('design.compare'))
  await expect(app.compare.changes.filter({ hasText: 'apiKeyRequired' })).toHaveCount(1)
})

test('from Welcome to a saved export without the mouse', async ({ app, host, page }) => {
  /** The words of what has the focus: its label where it has one. */
  function focusedWords(): Promise<string> {
    return page.evaluate(() => {
      const { activeElement: element } = globalThis.document
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null
      return label ?? element?.getAttribute('aria-label') ?? element?.textContent ?? ''
    })
  }
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      await app.press('Tab')
      if (name.test(await focusedWords())) return
    }
    throw new Error(`Tab never reached ${name}`)
  }
  await app.open()
  await tabTo(/^Order API/)
  await app.press('Enter')
  await expect(app.design.route('POST /orders')).toBeVisible()
  await app.press('Alt+7')
  await expect(app.export.preview).toHaveAttribute('data-loaded', 'true')
  await tabTo(/^OpenAPI 3\.0/)
  await app.press('ArrowDown')
  await app.press('ArrowDown')
  await expect(app.export.format('cloudformation')).toBeFocused()
  await expect(app.export.preview).toHaveAttribute('data-format', 'cloudformation')
  await tabTo(/^API as one OpenAPI body/)
  await app.press('Space')
  await expect(page.getByRole('switch', { name: 'API as one OpenAPI body' })).toBeChecked()
  await app.press('Mod+Enter')
  await expect(app.toast('export-saved')).toContainText('exports/template.yaml')
  const project = await findProject(host.projectsFolder)
  expect(await readFile(join(dirname(project.path), 'exports/template.yaml'), 'utf8')).toContain('Body:')
})
