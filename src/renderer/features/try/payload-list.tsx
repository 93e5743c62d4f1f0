import { ActionIcon, Tooltip } from '@mantine/core'
import { IconCopy, IconTemplate } from '@tabler/icons-react'
import { useEffect, useMemo, useState } from 'react'
import type { TemplateRenderRequest } from '@shared/contract/template'
import { bridge } from '../../contract-client'
import { useDesignStore } from '../../stores/design-store'
import { callOf } from '../../stores/try-store'
import { EmptyState } from '../../ui/empty-state'
import { formatBytes } from '../../ui/format'
import { prettyJson } from '../../ui/pretty-json'
import { copyText } from './copy-text'
import { openTemplateWith } from './make-case'
import { answeringApi, payloadsOf, type Payload } from './payloads'
import { useShown, type OpenRequest } from './use-request'

/** Text shown at most; Copy has it all. Characters. */
const MOST_SHOWN = 20_000

/** The payloads of a call, each as it came out of the part before. */
export function PayloadList({ open }: { readonly open: OpenRequest }) {
  const shown = useShown()
  const design = useDesignStore((state) => state.design)
  const call = callOf(shown)
  const { api, request } = open
  const payloads = useMemo(() => {
    if (call === null || api === null || design === null) return []
    const answer = shown?.kind === 'answered' ? shown.answer : null
    const isTest = answer !== null && answer.skippedSteps.length > 0
    return payloadsOf({ call, answer, design, api: answeringApi(api, request.stage, isTest) })
  }, [call, shown, api, design, request.stage])
  if (payloads.length === 0)
    return <EmptyState title="No payloads yet">Send the request to see what each part made of it.</EmptyState>
  return (
    <div className="gw-try-scroll" data-testid="payloads">
      {payloads.map((payload) => (
        <PayloadPart key={`${call?.requestId} ${payload.id}`} payload={payload} />
      ))}
    </div>
  )
}

function PayloadPart({ payload }: { readonly payload: Payload }) {
  const { id, title, bytes, note, template } = payload
  const text = usePayloadText(payload)
  const pretty = useMemo(() => (text === null ? null : (prettyJson(text)?.text ?? text)), [text])
  return (
    <section className="gw-try-payload" aria-label={title} data-testid="payload" data-payload={id}>
      <div className="gw-try-payload-head">
        <h3>{title}</h3>
        {bytes !== null && <span className="gw-try-muted gw-numbers">{formatBytes(bytes)}</span>}
        <span className="gw-try-gap" />
        {template !== null && (
          <Tooltip label="Open in Templates">
            <ActionIcon
              size={24}
              aria-label={`Open in Templates: ${title}`}
              data-testid="open-in-templates"
              onClick={() => openTemplateWith(template.slot, template.event)}
            >
              <IconTemplate size={14} stroke={1.6} />
            </ActionIcon>
          </Tooltip>
        )}
        <Tooltip label={text === null ? 'There is nothing to copy' : 'Copy'}>
          <ActionIcon
            size={24}
            aria-label={`Copy: ${title}`}
            aria-disabled={text === null || undefined}
            aria-description={text === null ? 'There is nothing to copy' : undefined}
            onClick={() => text !== null && void copyText(text, title)}
          >
            <IconCopy size={14} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
      </div>
      {note !== '' && <p className="gw-try-hint">{note}</p>}
      {pretty !== null && pretty !== '' && (
        <pre className="gw-try-payload-text" tabIndex={0} aria-label={`${title}, text`}>
          {pretty.length > MOST_SHOWN ? `${pretty.slice(0, MOST_SHOWN)}\n…` : pretty}
        </pre>
      )}
    </section>
  )
}

/** As it is known, else rendered once more. */
function usePayloadText({ text, render }: Payload): string | null {
  const [rendered, setRendered] = useState<{ of: TemplateRenderRequest; text: string | null } | null>(null)
  useEffect(() => {
    if (render === null) return undefined
    let isWanted = true
    void bridge.call('template.render', render).then(({ outcome }) => {
      if (isWanted) setRendered({ of: render, text: outcome.ok ? outcome.output : null })
    })
    return () => {
      isWanted = false
    }
  }, [render])
  return text ?? (rendered !== null && rendered.of === render ? rendered.text : null)
}
