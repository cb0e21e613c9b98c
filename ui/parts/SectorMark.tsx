export function SectorMark({ sector }: { readonly sector: string }) {
  return <span className="sector-mark" data-sector={sector} aria-hidden="true" />;
}
