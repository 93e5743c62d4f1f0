import { Button, Modal } from '@mantine/core'
import { IconCheck, IconX } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { TypeCosts, TypedTraffic } from '@shared/contract/cost'
import type { ProtocolType } from '@shared/design/api'
import { API_NEEDS, apiTypeFits, type ApiTypeFit } from '@shared/design/api-type-fit'
import { useDesignStore } from '../../stores/design-store'
import { useShellStore } from '../../stores/shell-store'
import { SwitchField } from '../../ui/fields'
import { formatUsd } from '../../ui/format-usd'
import { TrafficFields } from './traffic-fields'
import { useTypeCosts } from './use-type-costs'
import './api-types.css'

const NAMES: { readonly [type in ProtocolType]: string } = {
  REST: 'REST API',
  HTTP: 'HTTP API',
  WEBSOCKET: 'WebSocket API',
}

/** How soon an answer is on its way, in words: what the gateway itself adds. Source: the guide's comparison of the types. */
const SPEED: { readonly [type in ProtocolType]: string } = {
  REST: 'Adds most of the three',
  HTTP: 'Adds less than a REST API',
  WEBSOCKET: 'Connected already: adds least',
}

/** Which type fits: six questions, and what each type loses and costs. */
export function ChooserDialog() {
  const isOpen = useShellStore((state) => state.overlay === 'chooser')
  const close = useShellStore((state) => state.close)
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      size={880}
      title="REST, HTTP or WebSocket?"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <Chooser />
    </Modal>
  )
}

function Chooser() {
  const region = useDesignStore((state) => state.design?.region ?? 'us-east-1')
  const [needs, setNeeds] = useState<readonly string[]>([])
  const [traffic, setTraffic] = useState<TypedTraffic>({
    region,
    requestsPerMonth: 10_000_000,
    responseBytes: 4096,
    openConnections: 1000,
    cacheGb: null,
  })
  const costs = useTypeCosts(traffic)
  const fits = useMemo(() => apiTypeFits(needs), [needs])
  return (
    <div className="gw-chooser" data-testid="chooser">
      <fieldset className="gw-chooser-needs">
        <legend>What it needs</legend>
        {API_NEEDS.map(({ id, question }) => (
          <SwitchField
            key={id}
            label={question}
            pointer={`/needs/${id}`}
            checked={needs.includes(id)}
            onChange={(checked) => setNeeds(checked ? [...needs, id] : needs.filter((each) => each !== id))}
          />
        ))}
      </fieldset>
      <TrafficFields traffic={traffic} hasConnections onChange={setTraffic} />
      <div className="gw-chooser-types">
        {fits.map((fit) => (
          <TypeCard key={fit.type} fit={fit} costs={costs} />
        ))}
      </div>
      <p className="gw-editor-note">
        The gateway alone, with data sent out and without a free tier, prices of {region}. Functions and backends cost
        the same behind each. A month has 730 hours.
      </p>
    </div>
  )
}

function TypeCard({ fit: { type, losses }, costs }: { readonly fit: ApiTypeFit; readonly costs: TypeCosts | null }) {
  const fits = losses.length === 0
  const total = costs?.[type].total
  return (
    <section
      className="gw-chooser-type"
      aria-label={NAMES[type]}
      data-testid="chooser-type"
      data-api-type={type}
      data-fits={fits}
      data-usd={total}
    >
      <h3>
        {fits ? <IconCheck size={16} stroke={1.6} aria-hidden /> : <IconX size={16} stroke={1.6} aria-hidden />}
        {NAMES[type]}
      </h3>
      <p className="gw-chooser-cost gw-numbers">{total === undefined ? '…' : `${formatUsd(total)} a month`}</p>
      <p className="gw-editor-note">{SPEED[type]}</p>
      {fits ? (
        <p>Fits</p>
      ) : (
        <ul>
          {losses.map((loss) => (
            <li key={loss}>{loss}</li>
          ))}
        </ul>
      )}
      <Button size="xs" onClick={() => useShellStore.getState().open('new-api')}>
        New API
      </Button>
    </section>
  )
}
