import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'

test('an evening of chat: who is connected, what goes out, what is lost, and what it costs to stay', async ({
  app,
}) => {
  const { page, simulate } = app
  await app.openSample('chat')
  await app.goTo('simulate')

  await test.step('the scenario has connections in place of traffic sources', async () => {
    await expect(page.getByTestId('connection-source')).toHaveCount(2)
    await expect(page.getByTestId('traffic-source')).toHaveCount(0)
    await expect(simulate.tile('connections')).toHaveAttribute('data-value', '')
  })

  await test.step('a run shows connections and messages, and no cache', async () => {
    await simulate.runButton.click()
    await expect(simulate.runButton).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
    await expect(simulate.tile('messages-in')).toHaveAttribute('data-value', /^\d+$/)
    for (const chart of ['connections', 'messages', 'losses', 'handshakes'] as const) {
      await expect(simulate.chart(chart)).toBeVisible()
    }
    await expect(simulate.chart('cache')).toHaveCount(0)
    await expect(simulate.chart('status')).toHaveCount(0)
  })

  await test.step('the answers say how connections ended and what staying costs', async () => {
    await simulate.showTable('Answers')
    await expect(simulate.answer('ended')).toContainText('vanished without a close frame')
    await expect(simulate.answer('idleCost')).toContainText('a month')
    await expect(simulate.answer('leakedReads')).toHaveCount(0)
  })

  await test.step('a throttled message leads to the limit of its route', async () => {
    await simulate.explainThrottled('THROTTLED_METHOD')
    await expect(simulate.why).toContainText('sendmessage')
    await expect(simulate.why.getByRole('button', { name: 'Edit route limit' })).toBeVisible()
  })

  await test.step('what is changed about connections changes the run', async () => {
    const phones = page.locator('[data-testid="connection-source"][data-source="Phones"]')
    await phones.getByRole('button', { expanded: false }).first().click()
    await phones
      .getByRole('textbox', { name: 'Vanish silently' })
      .or(phones.getByLabel('Vanish silently'))
      .first()
      .fill('0')
    await page.keyboard.press('Tab')
    await simulate.runButton.click()
    await expect(simulate.runButton).toHaveAttribute('data-state', 'done', { timeout: 30_000 })
    await simulate.showTable('Answers')
    await expect(simulate.answer('ended')).not.toContainText('vanished')
  })

  await expectAccessible(page, 'simulate, connections')
  await expectNoSideways(page, 'simulate, connections')
})

test('a busy Monday of an HTTP API: routes, tokens and a throttle, and no cache', async ({ app }) => {
  const { page, simulate } = app
  await app.openSample('items-api')
  await app.goTo('simulate')
  await simulate.run()
  await expect(simulate.row('sim-routes', 'POST /items')).toBeVisible()
  await expect(simulate.chart('cache')).toHaveCount(0)
  await expect(page.getByTestId('kpi-cache-hit-ratio')).toHaveCount(0)
})
