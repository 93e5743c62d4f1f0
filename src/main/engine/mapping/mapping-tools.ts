import type { TemplateRun } from '@shared/contract/gateway'
import type { ByteCodec } from './byte-codec'
import type { TemplateCache } from './template-cache'

/** What mapping needs of its host. */
export interface MappingTools {
  readonly templates: TemplateCache
  readonly codec: ByteCodec
  /** Milliseconds that only ever grow, for the time that a render may take. */
  readonly now: () => number
  readonly onTemplateRun?: (run: TemplateRun) => void
}
