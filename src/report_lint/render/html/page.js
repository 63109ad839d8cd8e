// Filter and keyboard; without it the page still reads and prints whole. Written for Chromium 60.
(function () {
  "use strict";

  var order = ["error", "warning", "info"];
  var bar = document.getElementById("bar");
  if (!bar) { return; }
  var family = document.getElementById("family");
  var status = document.getElementById("status");
  var boxes = list(bar.querySelectorAll("input[data-level]"));
  var notes = list(document.querySelectorAll(".note"));
  var marks = list(document.querySelectorAll("mark[data-f]"));
  var byId = {};
  var marksOf = {};
  var current = null;

  function list(found) { return Array.prototype.slice.call(found); }

  function reportOf(element) {
    while (element && !(element.classList && element.classList.contains("report"))) { element = element.parentNode; }
    return element.id;
  }

  function idsOf(mark, name) {
    var numbers = mark.getAttribute(name);
    return numbers ? numbers.split(" ").map(function (number) { return mark.report + "-n" + number; }) : [];
  }

  notes.forEach(function (note) { byId[note.id] = note; marksOf[note.id] = []; });
  marks.forEach(function (mark) {
    mark.report = reportOf(mark);
    idsOf(mark, "data-f").forEach(function (id) { marksOf[id].push(mark); });
  });

  function lengthOf(id) {
    return marksOf[id].reduce(function (sum, mark) { return sum + mark.textContent.length; }, 0);
  }

  function isShown(id) { return !byId[id].hidden; }

  function draw(mark) {
    var shown = idsOf(mark, "data-f").filter(isShown);
    var levels = shown.map(function (id) { return order.indexOf(byId[id].getAttribute("data-level")); });
    var ends = idsOf(mark, "data-ends").filter(isShown);
    mark.className = shown.length ? order[Math.min.apply(null, levels)] : "off";
    if (current && shown.indexOf(current.id) >= 0) { mark.className += " current"; }
    if (ends.length) {
      mark.setAttribute("data-end", ends.map(function (id) { return byId[id].getAttribute("data-n"); }).join(" "));
    } else {
      mark.removeAttribute("data-end");
    }
  }

  function filter() {
    var levels = {};
    boxes.forEach(function (box) { levels[box.getAttribute("data-level")] = box.checked; });
    notes.forEach(function (note) {
      var wanted = !family.value || family.value === note.getAttribute("data-family");
      note.hidden = !(wanted && levels[note.getAttribute("data-level")]);
    });
    if (current && current.hidden) { choose(null); }
    marks.forEach(draw);
    tell();
  }

  function shownNotes() { return notes.filter(function (note) { return !note.hidden; }); }

  function tell() {
    var shown = shownNotes();
    var whole = shown.length === notes.length;
    var said = whole ? "共 " + notes.length + " 条" : "显示 " + shown.length + " 条，共 " + notes.length + " 条";
    if (current) { said = "第 " + (shown.indexOf(current) + 1) + " 条，" + said; }
    document.documentElement.classList.toggle("filtered", !whole);
    status.textContent = said;
  }

  function choose(note) {
    var before = current;
    current = note;
    if (before) { before.classList.remove("current"); marksOf[before.id].forEach(draw); }
    if (note) { note.classList.add("current"); marksOf[note.id].forEach(draw); }
    tell();
  }

  function reveal(element) {
    var place = element.getBoundingClientRect();
    if (place.top < 70 || place.bottom > window.innerHeight - 20) {
      window.scrollBy(0, place.top - Math.max(80, (window.innerHeight - place.height) / 3));
    }
  }

  function go(note) {
    choose(note);
    if (marksOf[note.id].length) { reveal(marksOf[note.id][0]); }
    reveal(note);
    note.focus({ preventScroll: true });
  }

  // The next note in the direction; from where the reader is on the page when none is chosen.
  function step(by) {
    var shown = shownNotes();
    var at = shown.indexOf(current);
    if (!shown.length) { return; }
    if (at < 0) {
      var below = shown.filter(function (note) { return note.getBoundingClientRect().top > 60; });
      at = below.length ? shown.indexOf(below[0]) : shown.length;
      at = by > 0 ? Math.min(at, shown.length - 1) : Math.max(at - 1, 0);
    } else {
      at = Math.min(Math.max(at + by, 0), shown.length - 1);
    }
    go(shown[at]);
  }

  bar.addEventListener("change", filter);
  document.getElementById("next").addEventListener("click", function () { step(1); });
  document.getElementById("previous").addEventListener("click", function () { step(-1); });

  document.addEventListener("keydown", function (event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.target === family) { return; }
    if (event.key === "j") { step(1); }
    if (event.key === "k") { step(-1); }
    if (event.key === "Escape") { choose(null); }
  });

  document.addEventListener("click", function (event) {
    var element = event.target;
    while (element && element.nodeName !== "MARK" && element.nodeName !== "BODY") { element = element.parentNode; }
    if (!element || element.nodeName !== "MARK") { return; }
    var shown = idsOf(element, "data-f").filter(isShown);
    // The shortest of those that cover the place is the one that was meant.
    shown.sort(function (one, other) { return lengthOf(one) - lengthOf(other); });
    if (shown.length) { go(byId[shown[0]]); }
  });

  document.addEventListener("focusin", function (event) {
    var element = event.target;
    while (element && element !== document && !element.classList.contains("note")) { element = element.parentNode; }
    if (element && element !== document && element !== current) { choose(element); }
  });

  bar.hidden = false;
  tell();
})();
