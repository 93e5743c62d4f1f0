import type { EventName, Events } from '@shared/contract/events'

/** Pushes an event to the window. Snapshots go as the frame that the worker encoded. */
export type Emit = <Name extends EventName>(name: Name, payload: Events[Name] | ArrayBuffer) => void
