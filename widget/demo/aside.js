// The floating button steps aside while the page's own ways to the chat are in sight: it would
// cover them, and say the same.
const inSight = new Set();
const watch = new IntersectionObserver((changes) => {
  for (const { target, isIntersecting } of changes) inSight[isIntersecting ? "add" : "delete"](target);
  document.body.classList.toggle("asks", inSight.size > 0);
});
for (const way of document.querySelectorAll(".actions, doorstep-chat[mode=inline]")) watch.observe(way);
