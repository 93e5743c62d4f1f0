import { create } from 'zustand'
import type { WebSocketToken } from '@shared/contract/websocket'
import { useDesignStore } from './design-store'

/** What a handshake is made of, beside the API and the stage. */
export interface HandshakeForm {
  /** Without its question mark: "token=abc". */
  readonly query: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  /** As they are written: "chat, v2.chat". */
  readonly subprotocols: string
  readonly apiKeyId: string | null
  readonly iamUser: string | null
  readonly token: WebSocketToken | null
}

export const PLAIN_HANDSHAKE: HandshakeForm = {
  query: '',
  headers: [],
  subprotocols: '',
  apiKeyId: null,
  iamUser: null,
  token: null,
}

/** Handshakes on their way. */
export interface Opening {
  readonly wanted: number
  readonly opened: number
  readonly refused: number
  readonly isCancelled: boolean
}

/** What stands under the address bar until the next thing is done. */
export type SocketNotice =
  | { readonly kind: 'refused'; readonly status: number; readonly body: string }
  | { readonly kind: 'failed' | 'told'; readonly text: string }

export interface PushResult {
  readonly connectionId: string
  readonly status: number
}

export type FramesTab = 'selected' | 'all' | 'pipeline'
export type RoomsTab = 'rooms' | 'map'
/** To whom a push goes; a room is "room:" and its key. */
export type PushTarget = 'selected' | 'all' | 'id' | `room:${string}`
/** What makes a room: a member of messages, or who gets the same broadcasts. Null: what the traffic suggests. */
export type RoomRule = { readonly member: string } | 'broadcasts' | null

/** What the person is doing on the WebSocket screen; nothing of it is part of the design. */
export interface WebSocketView {
  /** By API, as are the messages. */
  readonly forms: Readonly<Record<string, HandshakeForm>>
  readonly isFormOpen: boolean
  readonly selectedId: string | null
  readonly messages: Readonly<Record<string, string>>
  /** Sent messages, the newest last. */
  readonly history: readonly string[]
  readonly opening: Opening | null
  readonly notice: SocketNotice | null
  /** The connection that a message is sent on every second. */
  readonly repeatingId: string | null
  readonly framesTab: FramesTab
  /** The frame whose whole text is shown. */
  readonly entryId: number | null
  /** Whose pipeline is shown; null: that of the chosen frame or of the last message. */
  readonly pipelineRoute: string | null
  readonly roomsTab: RoomsTab
  readonly roomRule: RoomRule
  readonly pushTarget: PushTarget
  readonly pushId: string
  readonly pushText: string
  readonly pushResults: readonly PushResult[]
  readonly isPushing: boolean
  changeForm(apiId: string, patch: Partial<HandshakeForm>): void
  write(apiId: string, message: string): void
  select(connectionId: string | null): void
  keep(message: string): void
}

/** Sent messages that the up arrow brings back. */
const MOST_HISTORY = 50

const NOTHING = {
  forms: {},
  isFormOpen: false,
  selectedId: null,
  messages: {},
  history: [],
  opening: null,
  notice: null,
  repeatingId: null,
  entryId: null,
  pipelineRoute: null,
  roomRule: null,
  pushTarget: 'selected',
  pushId: '',
  pushText: '{ "type": "status" }',
  pushResults: [],
  isPushing: false,
} as const

export const useWebSocketView = create<WebSocketView>()((set) => ({
  ...NOTHING,
  framesTab: 'selected',
  roomsTab: 'rooms',
  changeForm: (apiId, patch) =>
    set(({ forms }) => ({ forms: { ...forms, [apiId]: { ...formOf(forms, apiId), ...patch } } })),
  write: (apiId, message) => set(({ messages }) => ({ messages: { ...messages, [apiId]: message } })),
  select: (selectedId) =>
    set(({ framesTab }) => ({
      selectedId,
      entryId: null,
      pipelineRoute: null,
      framesTab: selectedId !== null && framesTab === 'all' ? 'selected' : framesTab,
    })),
  keep: (message) =>
    set(({ history }) => ({
      history: [...history.filter((each) => each !== message), message].slice(-MOST_HISTORY),
    })),
}))

export function formOf(forms: WebSocketView['forms'], apiId: string): HandshakeForm {
  return Object.hasOwn(forms, apiId) ? forms[apiId]! : PLAIN_HANDSHAKE
}

/** Nothing of one project is shown in the next. Called once by the app. */
export function subscribeWebSocketView(): void {
  useDesignStore.subscribe((state, before) => {
    if (state.path !== before.path) useWebSocketView.setState(NOTHING)
  })
}
