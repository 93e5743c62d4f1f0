import { Button, Group, Modal } from '@mantine/core'
import { IconArrowRight, IconCheck, IconX, type Icon } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { TypedTraffic } from '@shared/contract/cost'
import { asHttpApi } from '@shared/design/as-http-api/as-http-api'
import type { ConversionNote, Fate } from '@shared/design/as-http-api/conversion-notes'
import type { Design } from '@shared/design/design'
import { addApi } from '@shared/design/edits/add-api'
import type { HttpApi } from '@shared/design/http-api'
import type { RestApi } from '@shared/design/rest-api'
import { useDesignStore } from '../../stores/design-store'
import { selectApi } from '../../stores/project-actions'
import { useSelectedRestApi } from '../../stores/selected-api'
import { useShellStore } from '../../stores/shell-store'
import { useUiStore } from '../../stores/ui-store'
import { formatUsd } from '../../ui/format-usd'
import { TrafficFields } from './traffic-fields'
import { useTypeCosts } from './use-type-costs'
import './api-types.css'

/** What if this REST API were an HTTP API: what is carried, changed and lost, and what it costs. */
export function WhatIfDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'what-if')
  const close = useShellStore((state) => state.close)
  const design = useDesignStore((state) => state.design)
  const api = useSelectedRestApi()
  if (design === null || api === null) return null
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={760}
      title={`${api.name} as an HTTP API`}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <WhatIf design={design} api={api} onClose={close} />
    </Modal>
  )
}

interface WhatIfProps {
  readonly design: Design
  readonly api: RestApi
  onClose(): void
}

const FATES: readonly { readonly fate: Fate; readonly title: string; readonly Icon: Icon }[] = [
  { fate: 'lost', title: 'Lost', Icon: IconX },
  { fate: 'changed', title: 'Changed', Icon: IconArrowRight },
  { fate: 'carried', title: 'Carried', Icon: IconCheck },
]

function WhatIf({ design, api, onClose }: WhatIfProps) {
  const draft = useMemo(() => asHttpApi(design, api), [design, api])
  return (
    <div className="gw-what-if" data-testid="what-if">
      <Costs design={design} api={api} />
      {FATES.map(({ fate, title, Icon }) => {
        const notes = draft.notes.filter((note) => note.fate === fate)
        return (
          notes.length > 0 && (
            <section key={fate} aria-label={title}>
              <h3 data-fate={fate}>
                <Icon size={16} stroke={1.6} aria-hidden />
                {title}, {notes.length}
              </h3>
              <ul>
                {notes.map((note) => (
                  <NoteLine key={`${note.part} ${note.text}`} note={note} />
                ))}
              </ul>
            </section>
          )
        )
      })}
      <Group justify="flex-end" gap="sm">
        <Button onClick={onClose}>Close</Button>
        <Button variant="filled" onClick={() => keep(draft.api, onClose)}>
          Add it to the project
        </Button>
      </Group>
    </div>
  )
}

const SHOWN = 6

function NoteLine({ note: { fate, part, text, places } }: { readonly note: ConversionNote }) {
  return (
    <li data-testid="what-if-item" data-fate={fate}>
      <strong>{part}</strong> {text}
      {places.length > 0 && (
        <span className="gw-what-if-places gw-mono">
          {places.slice(0, SHOWN).join(', ')}
          {places.length > SHOWN && ` and ${places.length - SHOWN} more`}
        </span>
      )}
    </li>
  )
}

/** The cache that the REST API has now counts; an HTTP API has none. */
function Costs({ design, api }: { readonly design: Design; readonly api: RestApi }) {
  const cached = Object.values(api.stages).find(({ cacheClusterEnabled }) => cacheClusterEnabled === true)
  const [traffic, setTraffic] = useState<TypedTraffic>({
    region: design.region,
    requestsPerMonth: 10_000_000,
    responseBytes: 4096,
    openConnections: 0,
    cacheGb: cached === undefined ? null : (cached.cacheClusterSize ?? '0.5'),
  })
  const costs = useTypeCosts(traffic)
  return (
    <>
      <TrafficFields traffic={traffic} hasConnections={false} onChange={setTraffic} />
      {costs !== null && (
        <p className="gw-what-if-cost gw-numbers" data-rest={costs.REST.total} data-http={costs.HTTP.total}>
          {formatUsd(costs.REST.total)} a month as a REST API, {formatUsd(costs.HTTP.total)} as an HTTP API
        </p>
      )}
    </>
  )
}

function keep(api: HttpApi, onClose: () => void): void {
  useDesignStore.getState().edit(`Add ${api.name}`, (design) => addApi(design, api))
  selectApi(api)
  useUiStore.getState().show('design')
  onClose()
}
