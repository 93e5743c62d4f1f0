import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from './host'
import { findProject } from './saved-project'

const DOCUMENT = {
  openapi: '3.0.1',
  info: { title: 'Library', version: '1' },
  paths: {
    '/books/{id}': {
      get: {
        operationId: 'getBook',
        parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
        responses: { '200': { description: 'The book' } },
        'x-amazon-apigateway-integration': {
          type: 'http_proxy',
          httpMethod: 'GET',
          uri: 'https://example.com/books/{id}',
          requestParameters: { 'integration.request.path.id': 'method.request.path.id' },
        },
      },
    },
    '/status': {
      get: {
        responses: { '200': { description: 'Fine' } },
        'x-amazon-apigateway-integration': {
          type: 'mock',
          requestTemplates: { 'application/json': '{"statusCode": 200}' },
          responses: { default: { statusCode: '200' } },
        },
      },
    },
  },
}

const document = { name: 'library.json', content: Buffer.from(JSON.stringify(DOCUMENT, null, 2)) }

test('a dropped document is reported first and becomes a project when imported', async ({ app, host }) => {
  await app.open()
  await app.importReport.drop(document)
  await expect(app.importReport.root).toContainText('OpenAPI 3.0')
  await expect(app.importReport.lines.filter({ hasText: 'GET /books/{id}' }).first()).toHaveAttribute(
    'data-outcome',
    'carried',
  )
  await app.importReport.confirm.click()
  await expect(app.design.route('GET /books/{id}')).toBeVisible()
  await expect(app.design.route('GET /status')).toBeVisible()
  await app.design.openRoute('GET /books/{id}')
  await expect(app.design.step('integration')).toContainText('HTTP_PROXY')
  const project = await findProject(host.projectsFolder)
  expect(await project.at('/apis/0/resources/~1books~1{id}/methods/GET/integration')).toMatchObject({
    type: 'HTTP_PROXY',
    uri: 'https://example.com/books/{id}',
  })
})

test('an import that is cancelled leaves the open project as it is', async ({ app, host }) => {
  await app.openSample('order-api')
  await app.importReport.choose(document)
  await expect(app.importReport.confirm).toBeVisible()
  await app.closeOverlay()
  await expect(app.design.route('POST /orders')).toBeVisible()
  expect(await (await findProject(host.projectsFolder)).at('/name')).toBe('order-platform')
})

interface HostileFile {
  readonly file: string
  readonly as: string
  /** "refuse with a message ...", "accept: ...", or something between. */
  readonly expect: string
}

test.describe('hostile documents', () => {
  const folder = fileURLToPath(new URL('../../shared/fixtures/hostile/', import.meta.url))
  const isThere = existsSync(folder)
  test.skip(!isThere, 'skipped: the hostile fixtures are not on this computer')

  function hostileFiles(): HostileFile[] {
    const { files } = JSON.parse(readFileSync(`${folder}manifest.json`, 'utf8')) as { files: HostileFile[] }
    return files.filter(({ as }) => as !== 'vtl')
  }

  test('each gives a report with a message, and the open project stays as it was', async ({ app, host, page }) => {
    test.slow()
    await app.openSample('order-api')
    const project = await findProject(host.projectsFolder)
    const before = await project.text()
    const { importReport } = app
    for (const hostile of hostileFiles()) {
      await test.step(`${hostile.file}: ${hostile.expect}`, async () => {
        await importReport.choose({ name: hostile.file, content: readFileSync(folder + hostile.file) })
        await expect(importReport.root).toBeVisible()
        const said = (await importReport.lines.count()) + (await importReport.diagnostics.count())
        expect(said, `${hostile.file} is reported with at least one message`).toBeGreaterThan(0)
        if (hostile.expect.startsWith('refuse with')) {
          await expect(importReport.confirm, `${hostile.file} cannot be imported`).toHaveCount(0)
          await expect(importReport.diagnostics.first(), `${hostile.file} says why`).toBeVisible()
        }
        if (/^accept[:;]/.test(hostile.expect)) await expect(importReport.confirm).toBeVisible()
        await app.closeOverlay()
        await expect(app.design.route('POST /orders')).toBeVisible()
      })
    }
    expect(await page.evaluate(() => '__xss' in window || '__rce' in window || 'polluted' in {})).toBe(false)
    expect(await project.text()).toBe(before)
    expect(await findProject(host.projectsFolder)).toEqual(project)
  })

  test('markup in names is shown as text, after the import as well', async ({ app, page }) => {
    await app.open()
    await app.importReport.choose({
      name: 'html-in-names.json',
      content: readFileSync(`${folder}html-in-names.json`),
    })
    await app.importReport.confirm.click()
    await expect(app.design.routeTree).toBeVisible()
    await app.goTo('simulate')
    await app.goTo('design')
    expect(await page.evaluate(() => '__xss' in window)).toBe(false)
  })
})
