import { BrowserWindow, ipcMain, type IpcMainInvokeEvent, type WebFrameMain } from 'electron'
import type { EventName, Events } from '@shared/contract/events'
import type { Reply } from '@shared/contract/wire'
import type { Dispatch } from '../rpc'
import { isAppUrl } from './app-url'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels'

/** Answers the page's calls. A call from a sub-frame, another window or another page is rejected before it is looked at. */
export function answerCalls(dispatch: Dispatch): void {
  ipcMain.handle(CALL_CHANNEL, (event: IpcMainInvokeEvent, name: unknown, args: unknown): Promise<Reply> => {
    if (!isOwnPage(event.senderFrame)) throw new Error('This page may not call Gatewright.')
    return dispatch(name, args)
  })
}

/** Null for a frame that was closed or has navigated since it called. */
function isOwnPage(frame: WebFrameMain | null): boolean {
  return frame !== null && frame.parent === null && isAppUrl(frame.url)
}

/** Sends one event to the window. Snapshots go as the worker encoded them: one copy of one buffer. */
export function emitToWindows<Name extends EventName>(name: Name, payload: Events[Name] | ArrayBuffer): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.isDestroyed()) window.webContents.send(EVENT_CHANNEL, name, payload)
  }
}
