// What is printed has its sentences.
addEventListener("beforeprint", () => { for (const details of document.querySelectorAll(".changes details")) details.open = true; });
addEventListener("afterprint", () => { for (const details of document.querySelectorAll(".changes details")) details.open = false; });
