import type { Trace } from '@shared/trace'
import { ABSENT, NO_CACHE_CONTROL, type Flight } from '../../engine/flight'
import type { Millis } from '../../engine/millis'
import { begin } from '../../engine/pipeline/advance'
import type { ServedCore } from '../served-core'
import type { WebSocketCall, WebSocketCalls } from './web-socket-call'

/** Begin a call in the core. `apiKey` is the index of the caller's key, or ABSENT, or UNKNOWN_KEY. */
export function openFlight(
  { nextFlightId, runtime }: ServedCore,
  calls: WebSocketCalls,
  call: WebSocketCall,
  apiKey: number,
  now: Millis,
): Flight {
  const flight = runtime.flights.open()
  flight.id = nextFlightId()
  flight.route = call.route.index
  flight.identity = ABSENT
  flight.apiKey = apiKey
  flight.cacheSlot = ABSENT
  flight.cacheControl = NO_CACHE_CONTROL
  flight.caller = ABSENT
  flight.flags = 0
  calls.set(flight, call)
  begin(runtime, flight, now)
  return flight
}

/** Nothing more happens with it. Gives every decision about it, where somebody watches. */
export function closeFlight({ ports, runtime, traces }: ServedCore, calls: WebSocketCalls, flight: Flight): Trace {
  const trace = ports.keepsRecords ? traces.take(flight.id) : NO_TRACE
  calls.clear(flight)
  runtime.flights.close(flight)
  return trace
}

const NO_TRACE: Trace = []
