import { expect, test } from './host'
import { findProject } from './saved-project'

test('a route is made, renamed with everything that refers to it, duplicated, deleted and brought back', async ({
  app,
  host,
  page,
}) => {
  const { design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  const verbsOf = (path: string) => project.keysAt(`/apis/0/resources/${path.replaceAll('/', '~1')}/methods`)

  await test.step('New route', async () => {
    await app.press('Alt+n')
    await design.fillRoute('PUT', 'orders', 'Add route')
    await expect(app.dialog('New route')).toContainText('/')
    await design.fillRoute('PUT', '/orders/{id}/lines', 'Add route')
    await expect(design.tab('route', 'PUT /orders/{id}/lines')).toHaveAttribute('aria-selected', 'true')
    await expect.poll(() => verbsOf('/orders/{id}/lines')).toEqual(['PUT'])
  })

  await test.step('a rename takes method settings and traffic along', async () => {
    await design.openRoute('POST /orders')
    await design.selectStep('throttle')
    await design.flip(design.inspector.getByRole('switch', { name: /^Inherit/ }))
    await expect(design.number('Rate limit, requests per second')).not.toHaveValue('')
    await design.route('POST /orders').focus()
    await app.press('F2')
    await design.fillRoute('POST', '/purchases', 'Change route')
    await expect(design.tab('route', 'POST /purchases')).toHaveAttribute('aria-selected', 'true')
    await expect(design.route('POST /orders')).toHaveCount(0)
    await expect.poll(() => verbsOf('/purchases')).toEqual(['POST'])
    const settings = await project.keysAt('/apis/0/stages/prod/methodSettings')
    expect(settings).toContain('/purchases/POST')
    expect(settings).not.toContain('/orders/POST')
    expect(await project.at('/scenarios/0/sources/0/routes')).toEqual({ 'POST /purchases': 1 })
  })

  await test.step('Duplicate', async () => {
    await page.getByRole('button', { name: 'Duplicate route' }).click()
    await expect(design.tab('route', 'POST /purchases-copy')).toHaveAttribute('aria-selected', 'true')
    await expect.poll(() => verbsOf('/purchases-copy')).toEqual(['POST'])
  })

  await test.step('Delete, and undo in the toast', async () => {
    await design.route('POST /purchases-copy').focus()
    await app.press('Delete')
    await expect(design.route('POST /purchases-copy')).toHaveCount(0)
    await expect.poll(() => verbsOf('/purchases-copy')).toEqual([])
    await app.undoByToast('route-deleted')
    await expect(design.route('POST /purchases-copy')).toBeVisible()
    await expect.poll(() => verbsOf('/purchases-copy')).toEqual(['POST'])
  })
})

test('what breaks a rule stays in its field, is explained and is not applied', async ({ app, host }) => {
  const { design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  await design.openRoute('GET /orders')
  await design.selectStep('throttle')
  const setting = '/apis/0/stages/prod/methodSettings/~1orders~1GET'
  const limit = design.field(`${setting}/throttlingRateLimit`)
  for (const text of ['-3', '12x', '1e999']) {
    await limit.fill(text)
    await expect(limit).toHaveValue(text)
    await expect(limit).toHaveAttribute('aria-invalid', 'true')
    await expect(limit).toHaveAccessibleDescription(/\w/)
  }
  await limit.fill('900')
  await expect(limit).not.toHaveAttribute('aria-invalid', 'true')
  await expect.poll(() => project.at(setting)).toMatchObject({ throttlingRateLimit: 900 })
  await limit.fill('abc')
  await design.number('Burst limit, requests').fill('40')
  await expect.poll(() => project.at(setting)).toEqual({ throttlingRateLimit: 900, throttlingBurstLimit: 40 })
  await expect(limit).toHaveValue('abc')
})

test('each shared editor changes the design', async ({ app, host, page }) => {
  const { design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)

  await test.step('authorizers', async () => {
    await design.openShared('authorizers')
    await page.getByRole('button', { name: 'Add authorizer' }).click()
    await design.name('Add authorizer', 'Add authorizer', 'partner-auth')
    await design.field('/apis/0/authorizers/partner-auth/type').selectOption('REQUEST')
    await design.field('/apis/0/authorizers/partner-auth/authorizerResultTtlInSeconds').fill('60')
    await expect
      .poll(() => project.at('/apis/0/authorizers/partner-auth'))
      .toMatchObject({ type: 'REQUEST', authorizerResultTtlInSeconds: 60 })
  })

  await test.step('usage plans', async () => {
    await design.openShared('usage-plans')
    await design.field('/usagePlans/0/throttle/rateLimit').fill('1234')
    await page.getByRole('checkbox', { name: 'partner-batch in Premium' }).check()
    await expect
      .poll(() => project.at('/usagePlans/0'))
      .toMatchObject({ throttle: { rateLimit: 1234, burstLimit: 2000 }, keyIds: ['keyacmeweb', 'keypartner'] })
  })

  await test.step('API keys', async () => {
    await page.getByRole('button', { name: 'Edit API keys' }).click()
    await page.getByRole('button', { name: 'Add API key' }).click()
    await design.name('Add API key', 'Add API key', 'night-job')
    await design.flip(page.getByRole('switch', { name: 'Standard' }))
    await expect.poll(() => project.at('/apiKeys/3/name')).toBe('night-job')
    expect(await project.at('/apiKeys/3/value')).toMatch(/^\w{20,}$/)
    await expect.poll(() => project.at('/usagePlans/1/keyIds/2')).toBe(await project.at('/apiKeys/3/id'))
  })

  await test.step('models', async () => {
    await design.openShared('models')
    await page.getByRole('button', { name: 'Add model' }).click()
    await design.name('Add model', 'Add model', 'Refund')
    const schema = design.field('/apis/0/models/Refund/schema')
    await schema.fill('{"type": "object"')
    await expect(schema).toHaveAttribute('aria-invalid', 'true')
    await schema.fill('{"type": "object", "required": ["orderId"]}')
    await expect
      .poll(() => project.at('/apis/0/models/Refund/schema'))
      .toEqual({ type: 'object', required: ['orderId'] })
  })

  await test.step('gateway responses', async () => {
    await design.openShared('gateway-responses')
    await page
      .getByTestId('gateway-responses')
      .getByRole('row', { name: /THROTTLED/ })
      .click()
    await page.getByRole('button', { name: 'Customise THROTTLED' }).click()
    await design.field('/apis/0/gatewayResponses/THROTTLED/statusCode').fill('503')
    await expect.poll(() => project.at('/apis/0/gatewayResponses/THROTTLED/statusCode')).toBe('503')
  })

  await test.step('the resource policy', async () => {
    await design.openShared('policy')
    await page.getByRole('button', { name: 'Add resource policy' }).click()
    await expect.poll(() => project.at('/apis/0/policy')).toMatchObject({ Version: '2012-10-17' })
  })

  await test.step('stages', async () => {
    await page.getByRole('button', { name: 'Add stage' }).click()
    await design.name('Add stage', 'Add stage', 'beta')
    await design.field('/apis/0/stages/beta/methodSettings/*~1*/throttlingRateLimit').fill('25')
    await expect.poll(() => project.at('/apis/0/stages/beta/methodSettings/*~1*')).toEqual({ throttlingRateLimit: 25 })
  })
})

test('steps of a route are set in the inspector', async ({ app, host, page }) => {
  const { design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  const at = '/apis/0/resources/~1products/methods/GET'
  await design.openRoute('GET /products')

  await design.selectStep('integration')
  await design.field(`${at}/integration/timeoutInMillis`).fill('5000')
  await design.selectStep('api-key')
  await design.flip(design.field(`${at}/apiKeyRequired`))
  await design.selectStep('validation')
  await design.field(`${at}/requestValidatorId`).selectOption('body-and-parameters')
  await design.selectStep('authorizer')
  await design.inspector.getByRole('combobox').first().selectOption('AWS_IAM')
  await expect
    .poll(() => project.at(at))
    .toMatchObject({
      apiKeyRequired: true,
      requestValidatorId: 'body-and-parameters',
      authorizationType: 'AWS_IAM',
      integration: { timeoutInMillis: 5000 },
    })
  await expect(page.getByTestId('undeployed-changes')).toHaveAttribute('data-count', /[1-9]/)

  await test.step('deploying makes the badge go', async () => {
    await page.getByTestId('deploy').click()
    await expect(page.getByTestId('undeployed-changes')).toHaveCount(0)
    await expect(page.getByTestId('deploy')).toHaveAttribute('aria-disabled', 'true')
    await expect.poll(() => project.keysAt('/apis/0/deployments')).toHaveLength(2)
    expect(await project.at('/apis/0/stages/prod/deploymentId')).toBe(await project.at('/apis/0/deployments/0/id'))
  })
})
