import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron'
import type { PreloadApi } from '@shared/contract/wire'
import { CALL_CHANNEL, EVENT_CHANNEL } from './channels'

const api: PreloadApi = {
  call: (name, args) => ipcRenderer.invoke(CALL_CHANNEL, name, args),
  pathOf: (file) => webUtils.getPathForFile(file as File),
  on: (name, listener) => {
    // The page gets the value alone: the event object would hand it the sender, and with it every channel.
    const forward = (_event: IpcRendererEvent, eventName: string, payload: unknown): void => {
      if (eventName === name) listener(payload)
    }
    ipcRenderer.on(EVENT_CHANNEL, forward)
    return () => void ipcRenderer.removeListener(EVENT_CHANNEL, forward)
  },
}

contextBridge.exposeInMainWorld('gatewright', api)
