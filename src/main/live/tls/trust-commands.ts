import type { TrustCommand } from '@shared/contract/gateway'
import { shellWord } from '../shell-word'

/** How each system, and Node, is told to trust an authority: one line each. */
export function trustCommands(caFile: string): TrustCommand[] {
  const file = shellWord(caFile)
  return [
    {
      system: 'macOS',
      command: `security add-trusted-cert -r trustRoot -k ~/Library/Keychains/login.keychain-db ${file}`,
    },
    { system: 'Windows', command: `certutil -user -addstore Root "${caFile.replaceAll('"', '')}"` },
    {
      system: 'Linux',
      command: `sudo cp ${file} /usr/local/share/ca-certificates/gatewright.crt && sudo update-ca-certificates`,
    },
    { system: 'Node.js', command: `export NODE_EXTRA_CA_CERTS=${file}` },
  ]
}
