import './method-badge.css'

/** A verb in the colour of its family. Always with its text, so that colour is never alone. */
export function MethodBadge({ verb }: { readonly verb: string }) {
  return (
    <span className="gw-method" data-verb={verb}>
      {verb}
    </span>
  )
}
