import type { ClientCertificate } from '../../engine/mapping/client-certificate'
import type { HeaderList } from '../../engine/mapping/header-list'
import type { QueryList } from '../../engine/mapping/query-string'
import type { RequestIds } from './request-ids'

/** A request before anything of it was taken apart: the whole target, and the body with the headers that speak of its compression. */
export interface SentMessage {
  readonly url: string
  readonly headers: HeaderList
  readonly body: Buffer
}

/** A request as it came, below its stage. */
export interface Message {
  readonly ids: RequestIds
  /** Milliseconds since 1970. */
  readonly receivedAt: number
  /** In upper case. */
  readonly verb: string
  /** What follows the stage, as it was sent but for doubled slashes at its beginning: "/orders//7/". */
  readonly path: string
  /** `path` of events: on a custom domain it begins with the base path. */
  readonly eventPath: string
  /** With the stage and as sent, as in "/prod//orders"; on a custom domain with its base path. */
  readonly stagePath: string
  readonly rawQuery: string
  readonly query: QueryList
  readonly headers: HeaderList
  /** Empty when there is none. */
  readonly body: Buffer
  readonly sourceIp: string
  /** The VPC endpoint it came through, as only a request of our own can say. */
  readonly vpcEndpointId?: string
  /** The API that it goes to is edge-optimized: it has passed its distribution. */
  readonly edgeOfApi?: string
  /** Of a client of a domain with mutual TLS. */
  readonly clientCertificate?: ClientCertificate
  /** The method is invoked as the console's test does. */
  readonly isTestInvoke?: boolean
  /** The name that a caller would use: the API's own, or a custom domain. */
  readonly domainName: string
  /** As it was sent, which is what a signature was made over. */
  readonly sent: SentMessage
}
