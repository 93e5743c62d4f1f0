import type { ServedTls } from '@shared/contract/gateway'
import { useGatewayStore } from '../../stores/gateway-store'
import { useUiStore } from '../../stores/ui-store'
import { ActionButton } from '../../ui/action-button'
import { SwitchField } from '../../ui/fields'
import { toast } from '../../ui/toast'

/** TLS of the local gateway: whether it is answered and, while it runs, whom clients have to trust. */
export function LocalTls() {
  const isOn = useUiStore((state) => state.settings.gatewayTls ?? false)
  const changeSettings = useUiStore((state) => state.changeSettings)
  const tls = useGatewayStore(({ gateway }) => (gateway.state === 'running' ? gateway.tls : undefined))
  const isRunning = useGatewayStore(({ gateway }) => gateway.state === 'running')
  return (
    <>
      <SwitchField
        label="Answer HTTPS and WSS too"
        pointer="#settings/gatewayTls"
        checked={isOn}
        help="On a port beside the plain one, with certificates that an authority of this computer signs. Used from the next start of the gateway."
        onChange={(gatewayTls) => changeSettings({ gatewayTls })}
      />
      {tls !== undefined && <Trust tls={tls} />}
      {tls === undefined && isOn && (
        <p className="gw-settings-note">
          {isRunning ? 'Stop and start the gateway' : 'Start the gateway'} to see where its authority is and how to
          trust it.
        </p>
      )}
    </>
  )
}

function Trust({ tls }: { readonly tls: ServedTls }) {
  return (
    <div className="gw-settings-trust" data-testid="settings.tls">
      <p className="gw-settings-note">
        TLS is answered on port {tls.port}. Clients trust it when they are given the authority&apos;s certificate, as
        with <code>curl --cacert</code>:
      </p>
      <CommandLine name="Certificate" command={tls.caFile} />
      <p className="gw-settings-note">Or this computer&apos;s programs all do, after one of these:</p>
      {tls.trust.map(({ system, command }) => (
        <CommandLine key={system} name={system} command={command} />
      ))}
    </div>
  )
}

function CommandLine({ name, command }: { readonly name: string; readonly command: string }) {
  return (
    <div className="gw-settings-command">
      <span>{name}</span>
      <code>{command}</code>
      <ActionButton
        variant="subtle"
        size="compact-xs"
        label={`Copy ${name}`}
        onClick={() => void copyCommand(name, command)}
      >
        Copy
      </ActionButton>
    </div>
  )
}

async function copyCommand(name: string, command: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(command)
    toast({ message: `${name} is on the clipboard`, code: 'copied' })
  } catch {
    toast({ message: 'The clipboard cannot be used here. Select the text and copy it.', code: 'copy-failed' })
  }
}
