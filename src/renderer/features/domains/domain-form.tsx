import { ActionIcon, Tooltip } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import type { Design } from '@shared/design/design'
import type { BasePathMapping, DomainName } from '@shared/design/domain-name'
import { putDomainName } from '@shared/design/edits/put-domain-name'
import { findApi } from '@shared/design/route-key'
import { pointerTo } from '@shared/diagnostic'
import { DesignSelectField, DesignTextField } from '../../stores/design-fields'
import { useDesignStore } from '../../stores/design-store'
import { ActionButton } from '../../ui/action-button'
import { PanelSection } from '../../ui/panel-section'
import { problemOfBasePath } from '@shared/design/v2-rules/domain-rule'

export interface DomainFormProps {
  readonly design: Design
  readonly domain: DomainName
  /** In `domainNames`. */
  readonly index: number
  onRename(): void
  onRemove(): void
}

/** Every setting of one custom domain. */
export function DomainForm({ design, domain, index, onRename, onRemove }: DomainFormProps) {
  const at = (...path: (string | number)[]): string => pointerTo(['domainNames', index, ...path])
  const change = (what: string, next: DomainName, isTyped = false): void => {
    const name = `${what} of ${domain.domainName}`
    useDesignStore.getState().edit(name, (each) => putDomainName(each, next), isTyped ? name : undefined)
  }
  return (
    <>
      <PanelSection
        title={domain.domainName}
        action={
          <span className="gw-form-actions">
            <ActionButton onClick={onRename}>Rename</ActionButton>
            <ActionButton label={`Delete ${domain.domainName}`} onClick={onRemove}>
              Delete
            </ActionButton>
          </span>
        }
      >
        <p className="gw-editor-note">
          On this computer a request finds the domain by its Host header:{' '}
          <code className="gw-mono">curl --resolve {domain.domainName}:3000:127.0.0.1 …</code>
        </p>
        <Certificates domain={domain} at={at} change={change} />
      </PanelSection>
      <Mappings design={design} domain={domain} at={at} change={change} />
    </>
  )
}

interface PartProps {
  readonly domain: DomainName
  at(...path: (string | number)[]): string
  change(what: string, next: DomainName, isTyped?: boolean): void
}

function Certificates({ domain, at, change }: PartProps) {
  const { mutualTlsAuthentication: mutual, ...plain } = domain
  const { certificateArn: _, ...withoutCertificate } = domain
  return (
    <div className="gw-field-row">
      <DesignTextField
        label="Certificate"
        pointer={at('certificateArn')}
        value={domain.certificateArn ?? ''}
        mono
        placeholder="arn:aws:acm:us-east-1:123456789012:certificate/…"
        onChange={(text) =>
          change('Certificate', text === '' ? withoutCertificate : { ...domain, certificateArn: text }, true)
        }
      />
      <DesignTextField
        label="Truststore for mutual TLS"
        pointer={at('mutualTlsAuthentication', 'truststoreUri')}
        value={mutual?.truststoreUri ?? ''}
        mono
        placeholder="s3://bucket/truststore.pem; none: no client certificates"
        help={mutual === undefined ? undefined : 'Turn the default endpoint off, or callers go around it.'}
        onChange={(truststoreUri) =>
          change(
            'Mutual TLS',
            truststoreUri === '' ? plain : { ...plain, mutualTlsAuthentication: { ...mutual, truststoreUri } },
            true,
          )
        }
      />
    </div>
  )
}

function Mappings({ design, domain, at, change }: PartProps & { readonly design: Design }) {
  const { basePathMappings } = domain
  const put = (mappings: readonly BasePathMapping[], isTyped = false): void =>
    change('Mappings', { ...domain, basePathMappings: mappings }, isTyped)
  const free = freeMapping(design, basePathMappings)
  return (
    <PanelSection
      title="Base path mappings"
      action={
        <ActionButton
          disabledReason={free === null ? 'Add an API with a stage first' : null}
          onClick={() => free !== null && put([...basePathMappings, free])}
        >
          Add mapping
        </ActionButton>
      }
    >
      {basePathMappings.length === 0 && <p className="gw-editor-note">None: the domain answers nothing.</p>}
      {basePathMappings.map((mapping, index) => (
        <MappingRow
          key={index}
          design={design}
          mapping={mapping}
          others={basePathMappings.toSpliced(index, 1)}
          at={(member) => at('basePathMappings', index, member)}
          onChange={(next, isTyped) => put(basePathMappings.with(index, next), isTyped)}
          onRemove={() => put(basePathMappings.toSpliced(index, 1))}
        />
      ))}
    </PanelSection>
  )
}

interface MappingRowProps {
  readonly design: Design
  readonly mapping: BasePathMapping
  readonly others: readonly BasePathMapping[]
  at(member: keyof BasePathMapping): string
  onChange(mapping: BasePathMapping, isTyped?: boolean): void
  onRemove(): void
}

function MappingRow({ design, mapping, others, at, onChange, onRemove }: MappingRowProps) {
  const api = findApi(design, mapping.apiId)
  const stages = Object.keys(api?.stages ?? {})
  return (
    <div className="gw-record-row" role="group" aria-label={`Mapping ${mapping.basePath}`}>
      <DesignTextField
        label="Base path"
        pointer={at('basePath')}
        value={mapping.basePath}
        mono
        placeholder="(none)"
        validate={(text) => problemOfBasePath(others, text)}
        onChange={(basePath) => onChange({ ...mapping, basePath }, true)}
      />
      <DesignSelectField
        label="API"
        pointer={at('apiId')}
        value={mapping.apiId}
        options={design.apis.map(({ id, name }) => ({ value: id, label: name }))}
        onChange={(apiId) => onChange(mappingTo(design, mapping.basePath, apiId))}
      />
      <DesignSelectField
        label="Stage"
        pointer={at('stage')}
        value={mapping.stage ?? ''}
        options={[
          ...(api?.protocolType === 'REST' ? [{ value: '', label: 'named by the path' }] : []),
          ...stages.map((name) => ({ value: name, label: name })),
        ]}
        onChange={(stage) => {
          const { stage: _, ...rest } = mapping
          onChange(stage === '' ? rest : { ...rest, stage })
        }}
      />
      <Tooltip label={`Remove ${mapping.basePath}`}>
        <ActionIcon aria-label={`Remove mapping ${mapping.basePath}`} onClick={onRemove}>
          <IconTrash size={14} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
    </div>
  )
}

function mappingTo(design: Design, basePath: string, apiId: string): BasePathMapping {
  const stage = Object.keys(findApi(design, apiId)?.stages ?? {})[0]
  return { basePath, apiId, ...(stage !== undefined && { stage }) }
}

/** To the first API: for all paths when nothing is, else under a name of its own. */
function freeMapping(design: Design, taken: readonly BasePathMapping[]): BasePathMapping | null {
  const api = design.apis.find(({ stages }) => Object.keys(stages).length > 0)
  if (api === undefined) return null
  const paths = new Set(taken.map(({ basePath }) => basePath))
  let basePath = '(none)'
  for (let version = 1; paths.has(basePath); version++) basePath = `v${version}`
  return mappingTo(design, basePath, api.id)
}
