import type { HeaderList } from '../../engine/mapping/header-list'
import type { ServiceRequest } from '../../engine/mapping/service-request'
import type { InvocationResult } from '../functions/handler-pool'
import type { RandomBytes } from './random'
import type { ServiceException } from './service-exception'

/** What a stand-in for a service knows beside the request. */
export interface ServiceContext {
  /** Twelve digits. */
  readonly accountId: string
  /** Of the service's own answer. */
  readonly requestId: string
  /** Milliseconds since 1970. */
  readonly at: number
  readonly random: RandomBytes
  /** Whether the design has a function of this name. */
  readonly hasFunction: (name: string) => boolean
  /** Calls it; `later` does not end with the request. */
  readonly runFunction: (name: string, event: unknown, when: 'now' | 'later') => Promise<InvocationResult>
}

/** What a service answered, and how it is recorded. */
export interface ServiceAnswer {
  readonly status: number
  readonly headers: HeaderList
  readonly body: Uint8Array
  /** The queue, table or object that it was about: "orders". Empty when the request named none. */
  readonly resource: string
  /** "SendMessage". */
  readonly action: string
  /** In a few words: "message 5f0c1f6e-...". */
  readonly summary: string
  /** What was handed over, where that is less than the whole body: a message's text. */
  readonly recorded?: string
  /** Of a refusal: "ValidationException". */
  readonly errorCode?: string
  /** What a person should know about it, for the log. */
  readonly hint?: string
}

/** A stand-in for one AWS service on this computer. */
export interface LocalService {
  answer(request: ServiceRequest, context: ServiceContext): Promise<ServiceAnswer>
  /** The service's own answer to a request that it refuses. */
  refuse(request: ServiceRequest, context: ServiceContext, exception: ServiceException): ServiceAnswer
}
