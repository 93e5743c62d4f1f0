import { expect, test } from './host'
import { findProject } from './saved-project'

test('a web ACL is put in front of a stage, and its rules are set and ordered', async ({ app, host, page }) => {
  const { design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  await design.openRoute('POST /orders')
  await expect(design.step('waf')).toHaveAttribute('data-state', 'absent')
  await design.selectStep('waf')

  await test.step('Add web ACL', async () => {
    await design.inspector.getByRole('button', { name: 'Add web ACL' }).click()
    await design.name('Add web ACL', 'Add web ACL', 'front')
    await expect(design.step('waf')).toHaveAttribute('data-state', 'on')
    await expect.poll(() => project.at('/apis/0/stages/prod/webAclArn')).toMatch(/regional\/webacl\/front\/\w+$/)
  })

  await test.step('rules of both kinds', async () => {
    await design.inspector.getByRole('button', { name: 'Add address rule' }).click()
    await design.field('/webAcls/0/rules/0/name').fill('office')
    await design.field('/webAcls/0/rules/0/action').selectOption('ALLOW')
    await design.field('/webAcls/0/rules/0/statement/addresses').fill('203.0.113.0/24\n2001:db8::/32')
    await design.inspector.getByRole('button', { name: 'Add rate rule' }).click()
    await design.field('/webAcls/0/rules/1/statement/limit').fill('100')
    await design.field('/webAcls/0/rules/1/statement/evaluationWindowSec').selectOption('60')
    await design.inspector.getByRole('button', { name: 'Ask rule rate earlier' }).click()
    await expect
      .poll(() => project.at('/webAcls/0/rules'))
      .toEqual([
        { name: 'rate', action: 'BLOCK', statement: { type: 'RATE_BASED', limit: 100, evaluationWindowSec: 60 } },
        {
          name: 'office',
          action: 'ALLOW',
          statement: { type: 'IP_SET', addresses: ['203.0.113.0/24', '2001:db8::/32'] },
        },
      ])
    await expect(design.step('waf')).toContainText('2 rules, else allowed')
  })

  await test.step('an address that is none is explained', async () => {
    const addresses = design.field('/webAcls/0/rules/1/statement/addresses')
    await addresses.fill('everybody')
    await expect(design.inspector).toContainText('"everybody" is not a block of addresses')
    await addresses.fill('203.0.113.0/24')
    await expect(design.inspector).not.toContainText('is not a block of addresses')
  })

  await test.step('Delete web ACL, and undo in the toast', async () => {
    await design.inspector.getByRole('button', { name: 'Delete web ACL front' }).click()
    await expect(design.step('waf')).toHaveAttribute('data-state', 'absent')
    await app.undoByToast('web-acl-deleted')
    await expect(design.step('waf')).toHaveAttribute('data-state', 'on')
    await expect(page.getByRole('button', { name: 'Ask rule rate later' })).toBeVisible()
  })
})

test('a canary takes the next deployment and is promoted', async ({ app, host, page }) => {
  const { design } = app
  await app.openSample('order-api')
  const project = await findProject(host.projectsFolder)
  const at = '/apis/0/stages/prod'
  const before = await project.at(`${at}/deploymentId`)
  await design.openStage('prod')
  await design.flip(design.field(`${at}/canarySettings`))
  await design.field(`${at}/canarySettings/percentTraffic`).fill('25')
  await design.openRoute('GET /products')
  await design.selectStep('integration')
  await design.field('/apis/0/resources/~1products/methods/GET/integration/timeoutInMillis').fill('5000')
  await page.getByTestId('deploy').click()
  await expect.poll(() => project.keysAt('/apis/0/deployments')).toHaveLength(2)
  const deployed = await project.at('/apis/0/deployments/0/id')
  expect(await project.at(`${at}/deploymentId`)).toBe(before)
  expect(await project.at(`${at}/canarySettings`)).toMatchObject({ percentTraffic: 25, deploymentId: deployed })

  await design.openStage('prod')
  await page.getByRole('button', { name: 'Promote canary' }).click()
  await expect.poll(() => project.at(`${at}/deploymentId`)).toBe(deployed)
  expect(await project.at(`${at}/canarySettings`)).toBeUndefined()
})
