import { once } from 'node:events'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { WebSocket } from 'ws'
import { parse, stringify } from 'yaml'
import { expectAccessible, expectNoSideways } from './accessibility'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import { WebSocketsPage } from './pages/web-sockets-page'

/** From nothing to the chat sample on the Try screen; its gateway will take any port. */
async function openChat(app: AppWindow): Promise<WebSocketsPage> {
  await app.open()
  await expect(app.welcome.sample('chat')).toContainText('Chat with rooms')
  await app.welcome.sample('chat').click()
  await expect(app.page.getByTestId('menu-project')).toContainText('chat')
  await app.goTo('settings')
  await app.page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('try')
  const sockets = new WebSocketsPage(app.page)
  await expect(sockets.message).toHaveAttribute('data-loaded', 'true')
  await sockets.query.fill('token=user-ana')
  return sockets
}

const joining = (roomId: string): string => JSON.stringify({ action: 'joinroom', roomId })
const saying = (text: string): string => JSON.stringify({ action: 'sendmessage', roomId: 'lobby', text })

test('chat: three clients in two rooms, a broadcast, a client that is killed, and what idling costs', async ({
  app,
  page,
}) => {
  const ws = await openChat(app)

  await test.step('three clients connect, each with a token of its own', async () => {
    await expect(ws.notice).toHaveAttribute('data-kind', 'stopped')
    await ws.start()
    await ws.query.fill('token=user-ben')
    await ws.openOne('ben')
    await ws.query.fill('token=user-cy')
    await ws.openOne('cleo')
    await ws.rename('cleo', 'cy')
    await expect(ws.connection('cy')).toContainText('cy')
    await expect(ws.apis).toHaveAttribute('data-open', '3')
  })

  await test.step('they join two rooms', async () => {
    await ws.say('ana', joining('lobby'), 'joinroom')
    await expect(ws.frame('out', 'reply')).toContainText('"members":1')
    await ws.say('ben', joining('lobby'), 'joinroom')
    await expect(ws.frame('out', 'reply')).toContainText('"members":2')
    await ws.say('cy', joining('kitchen'), 'joinroom')
    await expect(ws.room('lobby')).toHaveText(/anaben$/)
    await expect(ws.room('kitchen')).toHaveText(/cy$/)
  })

  await test.step('a broadcast is seen by the right two', async () => {
    await ws.tab('Rooms', /^Map/)
    await ws.say('ana', saying('hello'), 'sendmessage')
    await expect(ws.broadcast).toHaveAttribute('data-receivers', 'ana ben')
    await expect(ws.broadcast).toHaveAttribute('data-sender', 'ana')
    await expect(ws.dot('ana')).toHaveAttribute('data-light', 'sender')
    await expect(ws.dot('ben')).toHaveAttribute('data-light', 'receiver')
    await expect(ws.dot('cy')).toHaveAttribute('data-light', 'none')
    await ws.connection('cy').click()
    await expect(ws.frame('out', 'push')).toHaveCount(0)
    await ws.connection('ben').click()
    await expect(ws.frame('out', 'push')).toContainText('"text":"hello"')
  })

  await test.step('a chosen frame shows what it met, and so does a handshake', async () => {
    await ws.connection('ana').click()
    await ws.frame('in', 'sendmessage').click()
    await ws.tab('Frames', /^Pipeline of this frame/)
    await expect(ws.pipeline).toHaveAttribute('data-met', 'message')
    await expect(ws.pipeline).toHaveAttribute('data-route', 'sendmessage')
    await expect(ws.step('validation')).toHaveAttribute('data-verdict', 'passed')
    await expect(ws.step('integration')).toHaveAttribute('data-end', 'true')
    await ws.tab('Frames', /^Frames/)
    await ws.frame('in', '$connect').click()
    await page.getByTestId('ws-frame-pipeline').click()
    await expect(ws.pipeline).toHaveAttribute('data-met', 'handshake')
    await expect(ws.step('authorizer')).toHaveAttribute('data-verdict', 'passed')
    await ws.tab('Frames', /^Frames/)
  })

  await test.step('one is killed: no close frame comes, and a post to its id is answered 410', async () => {
    await ws.connection('ben').click()
    await ws.connection('ben').press('Shift+Delete')
    await expect(ws.connection('ben')).toHaveAttribute('data-code', '1006')
    await expect(ws.about).toContainText('no close frame came')
    await ws.push.click()
    await expect(ws.result('ben')).toHaveAttribute('data-status', '410')
    await page.getByTestId('ws-clean-up').getByText('How handlers clean up').click()
    await expect(page.getByTestId('ws-clean-up')).toContainText('GoneException')
    await expect(ws.frames.filter({ hasText: '410 GoneException' })).toHaveCount(1)
  })

  await test.step('the chat took it out of its room, and the others hear on', async () => {
    await ws.say('ana', saying('again'), 'sendmessage')
    await expect(ws.frames.filter({ hasText: '"type":"sent","roomId":"lobby","reached":1,"gone":0' })).toHaveCount(1)
    await page.getByTestId('ws-push-target').selectOption('all')
    await ws.push.click()
    await expect(ws.result('ana')).toHaveAttribute('data-status', '200')
    await expect(ws.result('cy')).toHaveAttribute('data-status', '200')
  })

  await test.step('what idling costs is shown', async () => {
    const cost = page.getByTestId('ws-idle-cost')
    await expect(cost).toHaveAttribute('data-open', '2')
    await expect(cost).toContainText('2 connections open: 120 connection minutes an hour, $0.0219 a month')
  })
})

test('a refused handshake is explained, a stranger is ended, and limits are reached without waiting', async ({
  app,
  page,
}) => {
  const ws = await openChat(app)
  await ws.start()

  await test.step('a handshake that the authorizer refuses, with what it met', async () => {
    await ws.query.fill('token=nobody')
    await ws.open.click()
    await expect(ws.notice).toHaveAttribute('data-status', '401')
    await expect(ws.notice).toContainText('Unauthorized')
    await page.getByTestId('ws-why').click()
    await expect(ws.pipeline).toHaveAttribute('data-route', '$connect')
    await expect(ws.pipeline).toHaveAttribute('data-met', 'refusal')
    await expect(ws.step('authorizer')).toHaveAttribute('data-end', 'true')
    await ws.query.fill('token=user-ana')
  })

  await test.step('the route of a message is named before it is sent', async () => {
    await ws.write('{"action":"jion"}')
    await expect(ws.route).toHaveAttribute('data-route', '$default')
    await expect(page.getByTestId('ws-size')).toHaveAttribute('data-bytes', '17')
    await page.getByTestId('ws-actions').click()
    await page.getByRole('menuitem', { name: 'sendmessage' }).click()
    await expect(ws.route).toHaveAttribute('data-route', 'sendmessage')
  })

  await test.step('names are given with F2', async () => {
    await ws.rename('ana', 'anna')
    await expect(ws.connection('anna')).toBeFocused()
  })

  await test.step('the connection of another program is ended as a backend does it', async () => {
    const stranger = new WebSocket(`${await ws.url()}token=user-eve`)
    await once(stranger, 'open')
    const closed = once(stranger, 'close')
    await ws
      .connection('ben')
      .getByRole('button', { name: /of another program/ })
      .click()
    await expect(ws.notice).toContainText('204 No Content')
    expect((await closed)[0]).toBe(1000)
    await expect(ws.connection('ben')).toHaveAttribute('data-code', '1000')
  })

  await test.step('the menu of a connection names it, and drops it without goodbye', async () => {
    await ws.openOne('cleo')
    await ws.connection('cleo').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Rename' }).click()
    await expect(page.getByTestId('ws-name')).toBeFocused()
    await page.keyboard.press('Escape')
    await expect(ws.connection('cleo')).toBeFocused()
    await ws.connection('cleo').click({ button: 'right' })
    await page.getByRole('menuitem', { name: 'Drop without goodbye' }).click()
    await expect(ws.connection('cleo')).toHaveAttribute('data-code', '1006')
  })

  await test.step('ten more, and all of them idle for too long', async () => {
    await page.getByTestId('ws-open-10').click()
    await expect(page.getByTestId('ws-counts')).toHaveAttribute('data-open', '11')
    await page.getByTestId('ws-fast-forward').click()
    await page.getByRole('menuitem', { name: '2 hours' }).click()
    await expect(ws.notice).toContainText('11 connections met a limit')
    await expect(ws.connection('anna')).toHaveAttribute('data-code', '1001')
    await expect(page.getByTestId('ws-counts')).toHaveAttribute('data-gone', '13')
    await expect(ws.send).toHaveAttribute('aria-disabled', 'true')
  })
})

test('in a project with both, requests and sockets are one click apart', async ({ app, page }) => {
  const sample = parse(await readFile('resources/samples/chat/chat.gatewright.yaml', 'utf8')) as { apis: unknown[] }
  const path = join(app.host.folder, 'both.gatewright.yaml')
  await writeFile(path, stringify({ ...sample, apis: [...sample.apis, ORDERS] }))
  await app.open()
  await app.projects.openPath(path)
  await expect(page.getByTestId('menu-project')).toContainText('chat')
  await app.goTo('try')
  const ws = new WebSocketsPage(page)
  await expect(ws.root).toBeVisible()
  await page.getByRole('button', { name: 'New request' }).click()
  await expect(app.try.root).toBeVisible()
  await expect(ws.root).toHaveCount(0)
  await ws.apis.click()
  await expect(ws.root).toBeVisible()
})

const ORDERS = {
  protocolType: 'REST',
  id: 'orders0001',
  name: 'Orders',
  resources: { '/orders': { methods: { GET: { integration: { type: 'MOCK' } } } } },
  stages: { prod: { deploymentId: 'none' } },
}

for (const colorScheme of ['dark', 'light'] as const) {
  test.describe(`${colorScheme} theme`, () => {
    test.use({ colorScheme })
    test('the WebSocket view has no serious finding, and no sideways scroll when it is narrow', async ({
      app,
      page,
    }) => {
      const ws = await openChat(app)
      await expectAccessible(page, 'stopped')
      await ws.start()
      await ws.say('ana', joining('lobby'), 'joinroom')
      await ws.frame('out', 'reply').click()
      await page.getByTestId('ws-options').click()
      await ws.tab('Rooms', /^Map/)
      await ws.push.click()
      await expect(ws.result('ana')).toHaveAttribute('data-status', '200')
      await expectAccessible(page, 'connected')
      await ws.tab('Frames', /^Pipeline/)
      await expectAccessible(page, 'pipeline')
      await page.setViewportSize({ width: 900, height: 700 })
      await expectNoSideways(page, '900 px')
      await page.setViewportSize({ width: 800, height: 560 })
      await expectNoSideways(page, '800 px')
    })
  })
}
