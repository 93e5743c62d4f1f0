import { expectAccessible, expectNoSideways } from './accessibility'
import { writeChatProject } from './chat-project'
import { expect, test } from './host'
import type { AppWindow } from './pages/app-window'
import { WebSocketsPage } from './pages/web-sockets-page'

/** From nothing to the chat on the Try screen; its gateway will take any port. */
async function openChat(app: AppWindow): Promise<WebSocketsPage> {
  const file = await writeChatProject(app.host.folder)
  await app.open()
  await app.projects.openPath(file)
  await expect(app.page.getByTestId('menu-project')).toContainText('chat')
  await app.goTo('settings')
  await app.page.getByRole('spinbutton', { name: 'Port' }).fill('0')
  await app.goTo('try')
  const sockets = new WebSocketsPage(app.page)
  await expect(sockets.message).toHaveAttribute('data-loaded', 'true')
  return sockets
}

test('chat: three clients in two rooms, a broadcast, a client that goes, and what idling costs', async ({
  app,
  page,
}) => {
  const ws = await openChat(app)

  await test.step('three clients connect', async () => {
    await expect(ws.notice).toHaveAttribute('data-kind', 'stopped')
    await ws.start()
    await ws.openOne('ben')
    await ws.openOne('cleo')
    await expect(ws.apis).toHaveAttribute('data-open', '3')
  })

  await test.step('they join two rooms', async () => {
    await ws.say('ana', '{"action":"join","roomId":"lobby"}', 'join')
    await expect(ws.frame('out', 'reply')).toContainText('{"joined":"lobby"}')
    await ws.say('ben', '{"action":"join","roomId":"lobby"}', 'join')
    await expect(ws.frame('out', 'reply')).toContainText('{"joined":"lobby"}')
    await ws.say('cleo', '{"action":"join","roomId":"kitchen"}', 'join')
    await expect(ws.room('lobby')).toHaveText(/anaben$/)
    await expect(ws.room('kitchen')).toHaveText(/cleo$/)
  })

  await test.step('a broadcast is seen by the right two', async () => {
    await ws.tab('Rooms', /^Map/)
    await ws.say('ana', '{"action":"say","text":"hello"}', 'say')
    await expect(ws.broadcast).toHaveAttribute('data-receivers', 'ana ben')
    await expect(ws.broadcast).toHaveAttribute('data-sender', 'ana')
    await expect(ws.dot('ana')).toHaveAttribute('data-light', 'sender')
    await expect(ws.dot('ben')).toHaveAttribute('data-light', 'receiver')
    await expect(ws.dot('cleo')).toHaveAttribute('data-light', 'none')
    await ws.connection('cleo').click()
    await expect(ws.frame('out', 'push')).toHaveCount(0)
    await ws.connection('ben').click()
    await expect(ws.frame('out', 'push')).toHaveText(/\{"said":"hello"\}/)
  })

  await test.step('one goes, and the next broadcast finds it gone', async () => {
    await ws.connection('ben').press('Delete')
    await expect(ws.connection('ben')).toHaveAttribute('data-code', '1000')
    await expect(ws.about).toContainText('The client closed it normally.')
    await ws.say('ana', '{"action":"say","text":"anybody"}', 'say')
    await expect(ws.broadcast).toHaveAttribute('data-gone', 'ben')
    await expect(ws.dot('ben')).toHaveAttribute('data-light', 'gone')
    await ws.connection('ben').click()
    await expect(ws.frames.filter({ hasText: '410 GoneException' })).toHaveCount(1)
  })

  await test.step('it was cleaned up: nobody posts to it again', async () => {
    await ws.say('ana', '{"action":"say","text":"again"}', 'say')
    await expect(ws.broadcast).toContainText('"said":"again"')
    await expect(ws.broadcast).toHaveAttribute('data-gone', '')
    await expect(ws.dot('ben')).toHaveCount(0)
  })

  await test.step('a push of the window tells what each was answered', async () => {
    await page.getByTestId('ws-push-target').selectOption('all')
    await ws.push.click()
    await expect(ws.result('ana')).toHaveAttribute('data-status', '200')
    await expect(ws.result('cleo')).toHaveAttribute('data-status', '200')
    await ws.connection('ben').click()
    await page.getByTestId('ws-push-target').selectOption('selected')
    await ws.push.click()
    await expect(ws.result('ben')).toHaveAttribute('data-status', '410')
  })

  await test.step('what idling costs is shown', async () => {
    const cost = page.getByTestId('ws-idle-cost')
    await expect(cost).toHaveAttribute('data-open', '2')
    await expect(cost).toContainText('2 connections open: 120 connection minutes an hour, $0.0219 a month')
  })
})

test('a refused handshake is explained, limits are reached without waiting, and requests are one click away', async ({
  app,
  page,
}) => {
  const ws = await openChat(app)
  await ws.start()

  await test.step('a handshake that $connect refuses', async () => {
    await ws.query.fill('token=bad')
    await ws.open.click()
    await expect(ws.notice).toHaveAttribute('data-status', '401')
    await expect(ws.notice).toContainText('Sign in first')
    await page.getByTestId('ws-why').click()
    await expect(page.getByTestId('ws-pipeline')).toHaveAttribute('data-route', '$connect')
    await ws.query.fill('')
  })

  await test.step('the route of a message is named before it is sent', async () => {
    await ws.write('{"action":"jion"}')
    await expect(ws.route).toHaveAttribute('data-route', '')
    await page.getByTestId('ws-actions').click()
    await page.getByRole('menuitem', { name: 'say' }).click()
    await expect(ws.route).toHaveAttribute('data-route', 'say')
    await expect(page.getByTestId('ws-size')).toHaveAttribute('data-bytes', '21')
  })

  await test.step('names are given with F2', async () => {
    await ws.connection('ana').click()
    await ws.connection('ana').press('F2')
    await page.getByTestId('ws-name').fill('anna')
    await page.getByTestId('ws-name').press('Enter')
    await expect(ws.connection('anna')).toBeFocused()
  })

  await test.step('ten more, and all of them idle for too long', async () => {
    await page.getByTestId('ws-open-10').click()
    await expect(page.getByTestId('ws-counts')).toHaveAttribute('data-open', '11')
    await page.getByTestId('ws-fast-forward').click()
    await page.getByRole('menuitem', { name: '2 hours' }).click()
    await expect(ws.notice).toContainText('11 connections met a limit')
    await expect(ws.connection('anna')).toHaveAttribute('data-code', '1001')
    await expect(page.getByTestId('ws-counts')).toHaveAttribute('data-gone', '11')
    await expect(ws.send).toHaveAttribute('aria-disabled', 'true')
  })

  await test.step('back to requests', async () => {
    await page.getByRole('button', { name: 'New request' }).click()
    await expect(app.try.root).toBeVisible()
    await ws.apis.click()
    await expect(ws.root).toBeVisible()
  })
})

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
      await ws.say('ana', '{"action":"join","roomId":"lobby"}', 'join')
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
