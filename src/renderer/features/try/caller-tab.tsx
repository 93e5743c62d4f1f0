import type { TryCaller } from '@shared/contract/try'
import { TextField } from '../../ui/fields'
import { changeRequest, type OpenRequest } from './use-request'

/** Who the gateway takes the caller for: it would see only this computer. */
export function CallerTab({ open }: { readonly open: OpenRequest }) {
  const { caller } = open.request
  const isHttp = open.api?.protocolType === 'HTTP'
  return (
    <div className="gw-try-form" data-testid="request-caller">
      <div className="gw-try-fields">
        <TextField
          label="Source IP"
          pointer="/caller/sourceIp"
          value={caller.sourceIp ?? ''}
          placeholder="127.0.0.1"
          mono
          help={
            isHttp
              ? 'Functions, IAM policies and $context.identity.sourceIp see this address.'
              : 'Resource policies, web ACLs and $context.identity.sourceIp see this address.'
          }
          validate={problemOfAddress}
          onChange={(sourceIp) => changeRequest({ caller: withMember(caller, 'sourceIp', sourceIp) })}
        />
        <TextField
          label="VPC endpoint"
          pointer="/caller/vpcEndpointId"
          value={caller.vpcEndpointId ?? ''}
          placeholder="none"
          mono
          help="As if the call came through this interface endpoint, for private APIs: vpce-0a1b2c3d4e5f60718."
          disabledReason={isHttp ? 'HTTP APIs cannot be private' : undefined}
          onChange={(id) => changeRequest({ caller: withMember(caller, 'vpcEndpointId', id) })}
        />
      </div>
    </div>
  )
}

function withMember(caller: TryCaller, member: keyof TryCaller, text: string): TryCaller {
  const { [member]: _, ...rest } = caller
  const trimmed = text.trim()
  return trimmed === '' ? rest : { ...rest, [member]: trimmed }
}

/** Near enough to say so while typing; the gateway reads it exactly. */
function problemOfAddress(text: string): string | undefined {
  const trimmed = text.trim()
  const isAddress =
    trimmed === '' || isV4(trimmed) || (/^[0-9a-f:.]+$/i.test(trimmed) && trimmed.includes('::')) || isV6(trimmed)
  return isAddress ? undefined : 'An IPv4 or IPv6 address, as in 203.0.113.7'
}

function isV4(text: string): boolean {
  const parts = text.split('.')
  return parts.length === 4 && parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= 255)
}

function isV6(text: string): boolean {
  const parts = text.split(':')
  return parts.length === 8 && parts.every((part) => /^[0-9a-f]{1,4}$/i.test(part))
}
