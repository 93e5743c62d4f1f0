/** Our sign: three arches, one in the other, as a gate seen from the front. */
export function Logo({ size = 20 }: { readonly size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      aria-hidden
    >
      <path d="M2 21.5h20" />
      <path d="M4.5 21.5V10a7.5 7.5 0 0 1 15 0v11.5" />
      <path d="M8.25 21.5V10.2a3.75 3.75 0 0 1 7.5 0v11.3" />
      <path d="M12 21.5V11" />
    </svg>
  )
}
