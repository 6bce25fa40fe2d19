/** In the browser's top layer, so that no scrolling box cuts it; above the field where there is more room. */
export function placeBelow(list, anchor) {
  if (!list.matches(':popover-open')) list.showPopover();
  const at = anchor.getBoundingClientRect();
  const below = innerHeight - at.bottom - 12;
  const isAbove = below < 180 && at.top > below;
  const most = Math.min(300, isAbove ? at.top - 12 : below);
  Object.assign(list.style, {
    left: `${Math.min(at.left, Math.max(8, innerWidth - Math.max(at.width, 220) - 8))}px`,
    width: `${Math.max(at.width, 220)}px`,
    maxHeight: `${most}px`,
    top: isAbove ? 'auto' : `${at.bottom + 4}px`,
    bottom: isAbove ? `${innerHeight - at.top + 4}px` : 'auto',
  });
  list.querySelector('.is-active')?.scrollIntoView({ block: 'nearest' });
}
